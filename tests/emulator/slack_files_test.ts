import assert from "node:assert/strict";
import { SlackBench } from "../support/slack_bench.ts";

const WORDS = "some words";

async function upload(bench: SlackBench, length = WORDS.length) {
  const made = await bench.call("files.getUploadURLExternal", {
    filename: "words.txt",
    length,
  }, "dana");
  const taken = await bench.fetch(
    new Request(String(made.upload_url), { method: "POST", body: WORDS }),
  );
  return { id: String(made.file_id), status: taken.status };
}

Deno.test("a file is announced, uploaded and shared, and its message carries it", async () => {
  using bench = new SlackBench();
  const channel = bench.channel("texts").id;
  const { id } = await upload(bench);
  const done = await bench.call("files.completeUploadExternal", {
    files: [{ id, title: "Words" }],
    channel_id: channel,
    initial_comment: "look",
  }, "dana");
  assert.ok(done.ok && !("ts" in done), "the answer must not tell the ts");
  const { messages } = await bench.call(
    "conversations.history",
    { channel },
    "dana",
  );
  const [message] = messages as {
    text: string;
    files: Record<string, unknown>[];
  }[];
  assert.equal(message?.text, "look");
  assert.equal(message?.files[0]?.title, "Words");
  assert.equal(message?.files[0]?.mimetype, "text/plain");
});

Deno.test("an upload of another length than announced is refused, and nothing can be shared", async () => {
  using bench = new SlackBench();
  const { id, status } = await upload(bench, WORDS.length + 1);
  assert.equal(status, 400);
  const code = await bench.code(
    "files.completeUploadExternal",
    { files: [{ id }], channel_id: bench.channel("texts").id },
    "dana",
  );
  assert.equal(code, "file_not_found");
});

Deno.test("a file is read with a token; without one a log-in page comes, with 200", async () => {
  using bench = new SlackBench();
  const { id } = await upload(bench);
  await bench.call("files.completeUploadExternal", { files: [{ id }] }, "dana");
  const { file } = await bench.call("files.info", { file: id }, "dana");
  const url = String((file as Record<string, unknown>).url_private);
  const ask = (headers: Record<string, string>) =>
    bench.fetch(new Request(url, { headers }));
  const read = await ask({
    authorization: `Bearer ${bench.person("dana").token}`,
  });
  assert.equal(await read.text(), WORDS);
  for (const token of ["", bench.bot]) {
    const shut = await ask({ authorization: `Bearer ${token}` });
    assert.equal(shut.status, 200);
    assert.match(shut.headers.get("content-type") ?? "", /^text\/html/);
  }
});

Deno.test("what was deleted is gone from its message", async () => {
  using bench = new SlackBench();
  const channel = bench.channel("texts").id;
  const { id } = await upload(bench);
  await bench.call("files.completeUploadExternal", {
    files: [{ id }],
    channel_id: channel,
  }, "dana");
  assert.equal(
    await bench.code("files.delete", { file: id }, "will"),
    "cant_delete_file",
  );
  assert.equal(await bench.code("files.delete", { file: id }, "dana"), "ok");
  assert.equal(
    await bench.code("files.info", { file: id }, "dana"),
    "file_not_found",
  );
  const { messages } = await bench.call(
    "conversations.history",
    { channel },
    "dana",
  );
  assert.deepEqual((messages as { files: unknown[] }[])[0]?.files, []);
});
