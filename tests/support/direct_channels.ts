import assert from "node:assert/strict";
import { Channel, type Message } from "./channel.ts";
import type { Scene } from "./scene.ts";
import type { Story } from "./story.ts";

/** The name that a channel gets from Maya's number. */
export const MAYAS = "sms-14155550142";

/** A card under which Maya waits for an answer. */
export async function mayaWaits({ maya, texts }: Story): Promise<Message> {
  const card = await maya.begins(texts, "hi");
  await card.expectWords(/Create Channel/);
  return card;
}

/** Somebody presses Create Channel. @returns the direct channel and its card. */
export async function create(
  { scene, dana }: Story,
  card: Message,
  name = MAYAS,
): Promise<{ own: Channel; top: Message }> {
  await dana.pressButton(card, "create_channel");
  const own = new Channel(scene, await scene.expectChannel(name), name);
  const top = await own.expectMessage(/New/);
  await own.expectMessage(/What was said before/);
  await card.expectReply(/goes on in/);
  return { own, top };
}

/** A conversation that has a direct channel, and the card of the thread that it was in before. */
export async function directWithMaya(
  story: Story,
): Promise<{ own: Channel; top: Message; card: Message }> {
  const { scene, dana, maya } = story;
  const card = await mayaWaits(story);
  await card.reply(dana, "hello");
  await maya.expectText("hello");
  await card.expectUnpinned();
  const { own, top } = await create(story, card);
  await scene.pass(5_000);
  return { own, top, card };
}

/** Archives a channel, as a member does. */
export async function archive(
  { surface }: Scene,
  token: string,
  channel: Channel,
) {
  await surface.slack(token, "conversations.archive", { channel: channel.id });
}

/** Brings a channel back from the archive, as a member does. */
export async function unarchive(
  { surface }: Scene,
  token: string,
  channel: Channel,
) {
  await surface.slack(token, "conversations.unarchive", {
    channel: channel.id,
  });
}

/** A conversation whose direct channel was archived. @returns the card of the thread that it was in before. */
export async function archivedWithMaya(story: Story): Promise<Message> {
  const { own, card } = await directWithMaya(story);
  await archive(story.scene, story.dana.token, own);
  return card;
}

/** Maya texts, and under the card of her lost channel it is asked what is to become of that. @returns the question. */
export async function askWhatNow(
  { maya }: Story,
  card: Message,
): Promise<Message> {
  await maya.text("still there?");
  await card.expectReply("still there?");
  return await card.expectReply(/is archived/);
}

/** Takes the app out of a channel; out of a private one it cannot come back. */
export function shutOut(
  { world }: Scene,
  { id }: Channel,
  isPrivate: boolean,
): void {
  const { bot, channels } = world.slack.workspace;
  const channel = channels.get(id);
  assert(channel);
  channels.leave(channel, bot.user_id);
  channel.is_private = isPrivate;
}

/** A run shows a text of Maya's in the thread under a card once more, and dies. @param sid the carrier's id of it. */
export async function shownOnceMore(
  { scene, texts }: Story,
  card: Message,
  sid: string | undefined,
): Promise<void> {
  await scene.asApp("chat.postMessage", {
    channel: texts.id,
    thread_ts: card.ts,
    text: "hi",
    metadata: {
      event_type: "clerk_received",
      event_payload: { sid, late: false },
    },
  });
}
