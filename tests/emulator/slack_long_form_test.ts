import assert from "node:assert/strict";
import { openedForm } from "../support/opened_form.ts";
import type { SlackBench } from "../support/slack_bench.ts";

/** A form as long as Slack allows, and what dana does in it. */
async function openShelf() {
  const { bench, user_id } = await openedForm("shelf_app");
  const views = async () => (await bench.desk(`views?user_id=${user_id}`)).body;
  const top = async () => (await views()).at(-1);
  const toTop = async (what: string, body: object = {}) =>
    bench.desk(`views/${(await top()).id}/${what}`, { user_id, ...body });
  return {
    bench,
    views,
    act: (action_id: string, more: object = {}) =>
      toTop("actions", { action_id, ...more }),
    search: (value: string) =>
      toTop("suggestions", { block_id: "search", action_id: "find", value }),
    submit: (values: object) => toTop("submit", { values }),
    close: () => toTop("close"),
    said: () => bench.texts("general").at(-1),
  };
}

Deno.test("a form takes a hundred blocks, and no more", async () => {
  const { bench, views } = await openShelf();
  using _ = bench;
  const [view] = await views();
  assert.equal(view.blocks.length, 100);
  const more = {
    type: "modal",
    title: { type: "plain_text", text: "More" },
    blocks: Array.from({ length: 101 }, () => ({ type: "divider" })),
  };
  const answer = await bench.call("views.update", {
    view_id: view.id,
    view: more,
  });
  assert.equal(answer.error, "invalid_arguments");
  assert.match(JSON.stringify(answer), /no more than 100 items allowed/);
});

Deno.test("a search in a form is answered by its function, and what is chosen is whole", async () => {
  const { bench, search, act, said, views } = await openShelf();
  using _ = bench;
  const { body } = await search("Book 7");
  const [group] = body.option_groups;
  assert.equal(group.label.text, "On the shelf");
  assert.equal(group.options.length, 11);
  await act("find", { block_id: "search", value: group.options[3] });
  assert.equal(said(), "found Book 72");
  const [view] = await views();
  assert.deepEqual(
    view.state.values.search.find.selected_option,
    group.options[3],
  );
});

Deno.test("a search has ten seconds, and its answer is held to Slack's limits", async () => {
  const { bench, search } = await openShelf();
  using _ = bench;
  const slow = search("for ever");
  await bench.clock.advance(10_000);
  assert.deepEqual(await slow, {
    status: 409,
    body: { error: "The app took more than 10 seconds." },
  });
  const many = await search("too many");
  assert.match(many.body.error, /no more than 100 items allowed.*\/options/);
});

Deno.test("a row's menu changes the list, unless another change came first", async () => {
  const { bench, act, said, views } = await openShelf();
  using _ = bench;
  await act("row", { block_id: "Book 3", value: "throw" });
  assert.equal(said(), "throw Book 3: ok");
  const [view] = await views();
  assert.equal(view.blocks.length, 99);
  // Two presses at once: both speak of the form as it was.
  await Promise.all([
    act("row", { block_id: "Book 4", value: "throw" }),
    act("row", { block_id: "Book 5", value: "throw" }),
  ]);
  assert.deepEqual(bench.texts("general").slice(-2).toSorted(), [
    "throw Book 4: ok",
    "throw Book 5: hash_conflict",
  ]);
});

async function upload(bench: SlackBench, filename: string, words: string) {
  const { upload_url, file_id } = await bench.call(
    "files.getUploadURLExternal",
    { filename, length: words.length },
    "dana",
  );
  await bench.fetch(
    new Request(String(upload_url), { method: "POST", body: words }),
  );
  const files = [{ id: file_id }];
  await bench.call("files.completeUploadExternal", { files }, "dana");
  return file_id;
}

Deno.test("a file given to a form is read by its function, and the form below shows it", async () => {
  const { bench, act, submit, views } = await openShelf();
  using _ = bench;
  await act("add");
  assert.equal((await views()).length, 2);
  const long = await upload(bench, "books.csv", "A\nB\nC\n");
  const refused = await submit({ list: { papers: [long] } });
  assert.deepEqual(refused.body.errors, { list: "Two books at once, please." });
  const short = await upload(bench, "books.csv", "Emma\nUlysses\n");
  assert.deepEqual((await submit({ list: { papers: [short] } })).body, {});
  const [view, ...others] = await views();
  assert.deepEqual(others, []);
  assert.equal(view.blocks[0].text.text, "2 books");
  assert.equal(view.blocks[3].text.text, "Ulysses");
});

Deno.test("a form takes files of the kinds and number it asks for", async () => {
  const { bench, act, submit } = await openShelf();
  using _ = bench;
  await act("add");
  const picture = await upload(bench, "books.png", "png");
  const list = await upload(bench, "books.txt", "Emma");
  const wrong = await submit({ list: { papers: [picture] } });
  assert.equal(wrong.body.error, "Only csv, txt files can be chosen here.");
  const many = await submit({ list: { papers: [list, list] } });
  assert.equal(many.body.error, "No more than 1 can be chosen here.");
  const none = await submit({ list: { papers: [] } });
  assert.match(none.body.errors.list, /required/);
});

Deno.test("each form of a stack says when it is closed", async () => {
  const { bench, act, close, said, views } = await openShelf();
  using _ = bench;
  await act("add");
  await close();
  assert.equal(said(), "closed adding, cleared: false");
  assert.equal((await views()).length, 1);
  await close();
  assert.equal(said(), "closed shelf, cleared: false");
  assert.deepEqual(await views(), []);
});
