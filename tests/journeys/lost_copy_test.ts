import { Message } from "../support/channel.ts";
import {
  archive,
  directWithMaya,
  unarchive,
} from "../support/direct_channels.ts";
import { deleteChannel } from "../support/more_places.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a send line whose run died with its copy in a direct channel, which is archived now, is told to its author",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, typed, copy } = await lineWithCopy(told);
    await mark(told, copy);
    await archive(scene, dana.token, own);
    await scene.pass(HOUR + 60_000);
    await dana.expectWhisper(/did not leave.*Type it again/);
    await typed.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "what was said not to have left does not leave when the direct channel of its copy comes back from the archive",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, typed, copy } = await lineWithCopy(told);
    await archive(scene, dana.token, own);
    await scene.pass(50 * 60_000);
    await dana.expectWhisper(/did not leave.*Type it again/);
    await unarchive(scene, dana.token, own);
    await scene.pass(HOUR);
    await copy.expectReply(/did not leave/);
    await copy.expectMarks("x");
    await typed.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "nor does it where the run that said so died before it marked the line",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, typed, copy } = await lineWithCopy(told);
    await mark(told, typed);
    await archive(scene, dana.token, own);
    await scene.pass(60_000);
    await unarchive(scene, dana.token, own);
    await scene.pass(HOUR);
    await copy.expectReply(/did not leave/);
    await copy.expectMarks("x");
    await scene.pass(HOUR);
    await typed.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "nor does it where the conversation has been quiet for so long that catch-up comes to the line first",
  async (told) => {
    const { scene, dana, maya } = told;
    const { typed, copy } = await lineWithCopy(told, 12 * HOUR);
    await mark(told, typed);
    await scene.pass(HOUR + 60_000);
    await dana.expectWhisper(/did not leave.*Type it again/);
    await typed.expectMarks("x");
    await scene.pass(HOUR);
    await copy.expectReply(/did not leave/);
    await copy.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "a line that left is marked delivered, though its run died and its copy is gone with its direct channel",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const { own, card } = await directWithMaya(told);
    const typed = await texts.post(dana, `send ${maya.number} we close at six`);
    await maya.expectText("we close at six");
    await own.expectMessage("we close at six");
    await typed.expectMarks("heavy_check_mark", "vibration_mode");
    await forgetTexts(told);
    await unmark(told, typed, "vibration_mode");
    deleteChannel(scene, own, dana);
    await maya.text("anybody?");
    await card.expectReply("anybody?");
    await card.expectReply(/deleted, or I was removed/);
    await scene.pass(HOUR + 60_000);
    await typed.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "a line that left is marked delivered, though its run died and the direct channel of its copy was archived",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const { own } = await directWithMaya(told);
    const typed = await texts.post(dana, `send ${maya.number} we close at six`);
    await maya.expectText("we close at six");
    const copy = await own.expectMessage("we close at six");
    await typed.expectMarks("heavy_check_mark", "vibration_mode");
    await scene.pass(10_000);
    await forgetTexts(told);
    await unmark(told, typed, "vibration_mode");
    await unmark(told, copy, "vibration_mode");
    await unmark(told, copy, "heavy_check_mark");
    await mark(told, copy);
    await archive(scene, dana.token, own);
    await scene.pass(HOUR + 60_000);
    await typed.expectMarks("heavy_check_mark", "vibration_mode");
    await maya.expectNoText();
  },
);

/**
 * A `send` line to Maya, and its copy in her direct channel, as a run leaves them that dies before it has claimed it.
 * @param quiet for how long nothing was texted before.
 */
async function lineWithCopy(told: Story, quiet = 0) {
  const { scene, texts, dana, maya } = told;
  const { own } = await directWithMaya(told);
  await scene.pass(quiet);
  const mend = scene.dropEvents();
  const typed = await texts.post(dana, `send ${maya.number} we close at six`);
  mend();
  const { ts } = await scene.asApp<{ ts: string }>("chat.postMessage", {
    channel: own.id,
    text: "we close at six",
    metadata: {
      event_type: "clerk_departure",
      event_payload: { by: dana.id, request: `${texts.id}:${typed.ts}` },
    },
  });
  scene.expected.add(own.id + ts);
  return { own, typed, copy: new Message(own, ts) };
}

/** What is remembered of texts is as if their runs had died before. */
async function forgetTexts({ scene }: Story) {
  for (const { sid } of scene.world.slack.datastores.all("messages")) {
    const row = { datastore: "messages", id: String(sid) };
    await scene.asApp("apps.datastore.delete", row);
  }
}

/** Puts the ⏳ on a message. */
async function mark(told: Story, message: Message) {
  await react(told, "reactions.add", message, "hourglass_flowing_sand");
}

async function unmark(told: Story, message: Message, name: string) {
  await react(told, "reactions.remove", message, name);
}

async function react(
  { scene }: Story,
  method: string,
  { channel, ts }: Message,
  name: string,
) {
  await scene.asApp(method, { channel: channel.id, timestamp: ts, name });
}
