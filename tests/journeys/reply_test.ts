import assert from "node:assert/strict";
import { story } from "../support/story.ts";

story(
  "a reply in the thread arrives on the phone, and ✔️ and 📳 appear on it",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const reply = await card.reply(dana, "hello, this is Dana");
    await maya.expectText("hello, this is Dana");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "a reply that goes out unpins the card; the next text pins it again",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await card.expectPinned();
    await card.reply(dana, "hello");
    await maya.expectText("hello");
    await card.expectUnpinned();
    await maya.text("thanks");
    await card.expectReply("thanks");
    await card.expectPinned();
  },
);

story(
  "a reply is sent from the conversation's line to its contact alone",
  async ({ maya, noah, texts, will, line }) => {
    await maya.text("from maya");
    await (await texts.expectMessage(/0142/)).expectReply("from maya");
    await noah.text("from noah");
    const card = await texts.expectMessage(/0171/);
    await card.expectReply("from noah");
    await card.reply(will, "for noah");
    const { from } = await noah.expectText("for noah");
    assert.equal(from, line);
    await maya.expectNoText();
  },
);

story(
  "ordinary messages and threads that are no conversations are never texted",
  async ({ maya, texts, general, dana, will }) => {
    await maya.begins(texts, "hi");
    await texts.post(dana, "who takes this one?");
    const talk = await texts.post(will, "lunch?");
    await talk.reply(dana, "yes please");
    await (await general.post(dana, "hello all")).reply(will, "hi");
    await maya.expectNoText();
  },
);

story(
  "mark-up becomes what a phone can show",
  async ({ maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
    await card.reply(
      dana,
      `*Hello* &amp; _welcome_ :wave: ask <@${will.id}> or see <https://example.com/a|our page>`,
    );
    const { body } = await maya.expectText(/Hello/);
    assert.equal(
      body,
      "Hello & welcome 👋 ask @will or see our page (https://example.com/a)",
    );
  },
);

story(
  "1,600 characters leave; 1,601 are refused with the count, and nothing of them is sent",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await card.reply(dana, "x".repeat(1600));
    await maya.expectText("x".repeat(1600));
    const long = await card.reply(dana, "y".repeat(1601));
    await card.expectReply(/1601 characters.*at most 1600/);
    await long.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "the event of a reply may fire twice: it is texted once",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    scene.fireEventsTwice();
    const reply = await card.reply(dana, "once");
    await maya.expectText("once");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await maya.expectNoText();
  },
);

story(
  "whichever of the event's two timestamps is the parent, the reply is texted",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await card.reply(dana, "either way");
    await maya.expectText("either way");
  },
  { threadTimestamps: "swapped" },
);

story(
  "the bare word clerk is answered to its author alone, with a way to the dashboard",
  async ({ texts, dana, will }) => {
    await texts.post(dana, "clerk");
    const whisper = await dana.expectWhisper(/who is waiting/);
    await dana.pressButtonAt(texts.id, whisper.ts, "open");
    await dana.expectModal("Clerk", /Send Text/);
    assert.deepEqual(await will.whispers(), []);
  },
);

for (
  const note of ["note: he sounds angry", "// ask Will first", "*Note:* hi"]
) {
  story(
    `"${note}" stays inside: it gets 🔒 and is never texted`,
    async ({ scene, maya, texts, dana }) => {
      const card = await maya.begins(texts, "hi");
      const reply = await card.reply(dana, note);
      await reply.expectMarks("lock");
      await card.expectPinned();
      await scene.pass(2 * 60 * 60 * 1000);
      await maya.expectNoText();
      await reply.expectMarks("lock");
    },
  );
}
