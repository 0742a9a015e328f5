import assert from "node:assert/strict";
import { Channel } from "./channel.ts";
import { newLine } from "../../emulator/carrier/open_account.ts";
import type { Scene } from "./scene.ts";
import type { Modal } from "./modal.ts";
import type { Teammate } from "./teammate.ts";

/** Gets the account one more number, as somebody does at Twilio. */
export function getNumber(
  scene: Scene,
  number: string,
  { smsUrl = "", canText = true } = {},
): void {
  const { carrier, clock, ids } = scene.world;
  const seed = { number, sms_url: smsUrl };
  const line = newLine(ids.twilio("PN"), seed, clock.now());
  const capabilities = { ...line.capabilities, sms: canText };
  carrier.saveLine({ ...line, capabilities });
}

/** Makes a channel in Slack. */
export async function makeChannel(
  scene: Scene,
  by: Teammate,
  name: string,
  isPrivate = false,
): Promise<Channel> {
  await scene.surface.slack(by.token, "conversations.create", {
    name,
    is_private: isPrivate,
  });
  return new Channel(scene, await scene.surface.workspace(), name);
}

/** Takes the app out of a channel, as an admin does in Slack's client. */
export function removeApp(scene: Scene, channel: Channel): void {
  const { channels, bot } = scene.world.slack.workspace;
  const found = channels.get(channel.id);
  assert(found, "there is no such channel");
  channels.leave(found, bot.user_id);
}

/** Opens Lines & channels. */
export async function openBoard(who: Teammate, at: Channel): Promise<Modal> {
  const dashboard = await who.openDashboard(at);
  await dashboard.click("lines");
  return await who.expectModal("Lines & channels", /Texts|texts|Not connected/);
}

/** Presses a button about one thing: the one with this value. */
export async function pressAbout(
  modal: Modal,
  actionId: string,
  value: string,
): Promise<void> {
  const { blocks } = await modal.view();
  const block = blocks.find((each) => {
    const words = JSON.stringify(each);
    return words.includes(`"action_id":"${actionId}"`) &&
      words.includes(`"value":"${value}"`);
  });
  assert(block, `there is no button ${actionId} about ${value}`);
  await modal.act(String(block.block_id), actionId, value);
}

/** Connects a channel from the board. */
export async function connect(
  who: Teammate,
  at: Channel,
  channel: Channel,
): Promise<string | undefined> {
  const board = await openBoard(who, at);
  await board.click("connect_channel");
  const form = await who.expectModal("Connect a channel", /conversations_sel/);
  const { errors } = await form.submit({ channel: channel.id });
  return errors?.channel;
}

/** Opens a channel's own view on the board. */
export async function manage(
  who: Teammate,
  at: Channel,
  channel: Channel,
): Promise<Modal> {
  const board = await openBoard(who, at);
  await pressAbout(board, "manage_channel", channel.id);
  return await who.expectModal("Channel", new RegExp(channel.id));
}

/** Deletes a channel, as an admin does in Slack's client. */
export function deleteChannel(
  scene: Scene,
  channel: Channel,
  by: Teammate,
): void {
  const { channels } = scene.world.slack.workspace;
  const found = channels.get(channel.id);
  assert(found, "there is no such channel");
  channels.remove(found, by.id);
}

/** What the app has written to a teammate in their direct messages, oldest first. */
export async function writtenTo(
  scene: Scene,
  who: Teammate,
): Promise<string[]> {
  const direct = scene.world.slack.workspace.channels.all()
    .find(({ is_im, members }) => is_im && members.includes(who.id));
  if (!direct) return [];
  const { messages } = await scene.surface.slack<
    { messages: { text: string }[] }
  >(who.token, "conversations.history", { channel: direct.id });
  return messages.map(({ text }) => text).reverse();
}

/** The channels that each of the app's triggers for messages listens to. */
export function listenedTo(scene: Scene): string[][] {
  return scene.world.slack.triggers.all().flatMap(({ definition }) =>
    definition.event?.event_type.endsWith("message_posted")
      ? [definition.event.channel_ids ?? []]
      : []
  );
}
