import assert from "node:assert/strict";
import { WebClient } from "@slack/web-api";
import twilio from "twilio";
import { ROOT } from "../support/source_files.ts";
import type { PhoneText, Workspace } from "../support/surface.ts";

/** Milliseconds that a stranger waits for something to happen, in real time. */
const PATIENCE = 15_000;

async function eventually<T>(look: () => Promise<T | undefined>): Promise<T> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    const found = await look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("waited in vain");
}

/** Starts the demo as the README says, on any free port. */
async function startDemo() {
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "--no-check",
      "--node-modules-dir=manual",
      "emulator/demo.ts",
      "--port",
      "0",
    ],
    cwd: ROOT,
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  const complaints = new Response(child.stderr).text();
  let printed = "";
  while (!printed.includes("\n")) {
    const { value, done } = await reader.read();
    if (done) throw new Error(`the demo ended: ${await complaints}`);
    printed += value;
  }
  const [origin = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(printed) ?? [];
  /** @returns all that the terminal has shown. */
  const stop = async () => {
    child.kill("SIGTERM");
    for (let read = await reader.read(); !read.done;) {
      printed += read.value;
      read = await reader.read();
    }
    await child.status;
    return printed + await complaints;
  };
  return { origin, stop };
}

Deno.test({
  name:
    "a stranger with nothing but HTTP and the vendors' own clients texts back and forth, and the terminal says where",
  // The official clients keep connections open for a while.
  sanitizeOps: false,
  sanitizeResources: false,
  async fn() {
    const { origin, stop } = await startDemo();
    let shown = "";
    try {
      await textBackAndForth(origin);
    } finally {
      shown = await stop();
    }
    assert.equal(
      shown,
      `Slack and the phones are at ${origin}/ (Ctrl-C ends it)\n`,
    );
  },
});

async function textBackAndForth(origin: string): Promise<void> {
  const workspace: Workspace & {
    slack: { api_url: string };
    carrier: { account_sid: string; auth_token: string };
  } = await (await fetch(`${origin}/workspace`)).json();
  const dana = workspace.people.find(({ name }) => name === "dana");
  const [line] = workspace.lines;
  const [phone] = workspace.phones;
  assert(dana && line && phone);
  const slack = new WebClient(dana.token, {
    slackApiUrl: workspace.slack.api_url,
  });
  const channel = line.channel_id;

  const sent = await fetch(`${origin}/phones/${phone.number}/texts`, {
    method: "POST",
    body: JSON.stringify({ to: line.number, body: "hello from a phone" }),
    headers: { "content-type": "application/json" },
  });
  assert.equal(sent.status, 201);
  const { sid } = await sent.json();

  const card = await eventually(async () =>
    (await slack.conversations.history({ channel })).messages
      ?.find(({ reply_count }) => reply_count === 1)
  );
  const thread = await slack.conversations.replies({
    channel,
    ts: card.ts ?? "",
  });
  assert.equal(thread.messages?.[1]?.text, "hello from a phone");

  const { ts = "" } = await slack.chat.postMessage({
    channel,
    thread_ts: card.ts,
    text: "hello from Slack",
  });
  const arrived = await eventually(async () => {
    const asked = await fetch(`${origin}/phones/${phone.number}/texts`);
    const texts: PhoneText[] = await asked.json();
    return texts.find(({ body }) => body === "hello from Slack");
  });
  assert.equal(arrived.from, line.number);
  await eventually(async () => {
    const { message } = await slack.reactions.get({
      channel,
      timestamp: ts,
      full: true,
    }) as { message?: { reactions?: { name?: string }[] } };
    const names = (message?.reactions ?? []).map(({ name }) => name).sort();
    return names.join() === "heavy_check_mark,vibration_mode" || undefined;
  });

  const carrier = twilio(
    workspace.carrier.account_sid,
    workspace.carrier.auth_token,
  );
  carrier.api.baseUrl = origin;
  const record = await carrier.messages(sid).fetch();
  assert.equal(record.body, "hello from a phone");
  const listed = await carrier.messages.list({ to: phone.number });
  assert.deepEqual(listed.map(({ status }) => status), ["delivered"]);
}
