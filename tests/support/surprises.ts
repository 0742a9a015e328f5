import assert from "node:assert/strict";
import type { Scene } from "./scene.ts";
import type { SlackMessage } from "./surface.ts";

/**
 * Fails when a phone got a text, or the app said something in Slack, that nobody expected; when a function failed; or
 * when one logged what is nobody's business.
 */
export async function expectNoSurprise(scene: Scene): Promise<void> {
  const { phones, channels } = await scene.surface.workspace();
  const secrets: string[] = [];
  for (const { number } of phones) {
    const path = `/phones/${encodeURIComponent(number)}/texts`;
    const texts = await scene.surface.ask<
      { sid: string; direction: string; body: string }[]
    >("GET", path);
    secrets.push(number, ...texts.map(({ body }) => body).filter(isSentence));
    const surprising = texts.filter(({ sid, direction }) =>
      direction === "outbound" && !scene.expected.has(sid)
    );
    assert.deepEqual(surprising, [], `${number} got unexpected texts`);
  }
  for (const { id, name } of channels) {
    const surprising = (await everythingIn(scene, id))
      .filter(({ ts }) => !scene.expected.has(id + ts))
      .map(({ text }) => text);
    assert.deepEqual(surprising, [], `unexpected messages in #${name}`);
  }
  const failed = scene.world.slack.executions.all()
    .filter(({ error }) => error);
  assert.deepEqual(failed, [], "a function failed");
  const indiscreet = scene.logged.filter((line) =>
    /\bundefined\b|^"/.test(line) ||
    secrets.some((secret) => line.includes(secret))
  );
  assert.deepEqual(indiscreet, [], "the log says too much, or nothing");
}

/** A word alone may well be one that the log says by itself. */
function isSentence(body: string): boolean {
  return /\S\s+\S/.test(body);
}

async function everythingIn(
  scene: Scene,
  channel: string,
): Promise<SlackMessage[]> {
  const { messages } = await scene.asObserver<{ messages: SlackMessage[] }>(
    "conversations.history",
    { channel, limit: 200 },
  );
  const threads = await Promise.all(
    messages.filter(({ reply_count }) => reply_count).map(({ ts }) =>
      scene.asObserver<{ messages: SlackMessage[] }>("conversations.replies", {
        channel,
        ts,
        limit: 200,
      })
    ),
  );
  return [...messages, ...threads.flatMap((each) => each.messages.slice(1))];
}
