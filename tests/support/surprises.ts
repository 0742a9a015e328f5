import assert from "node:assert/strict";
import type { Scene } from "./scene.ts";
import type { SlackMessage } from "./surface.ts";

/** Fails when a phone got a text, or the app said something in Slack, that nobody expected; or when a function failed. */
export async function expectNoSurprise(scene: Scene): Promise<void> {
  const { phones, channels } = await scene.surface.workspace();
  for (const { number } of phones) {
    const path = `/phones/${encodeURIComponent(number)}/texts`;
    const texts = await scene.surface.ask<
      { sid: string; direction: string; body: string }[]
    >("GET", path);
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
