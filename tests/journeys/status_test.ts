import assert from "node:assert/strict";
import { sleep } from "../../emulator/clock.ts";
import { story } from "../support/story.ts";

const FAILURES = [
  ["off", /switched off.*30003/, true],
  ["landline", /landline/, false],
  ["unknown", /no longer in use.*30005/, false],
  ["blocked", /blocks texts.*30004/, false],
  ["opted_out", /opted out.*21610/, false],
] as const;

for (const [state, reason, canRetry] of FAILURES) {
  story(
    `a text to a phone that is ${
      state.replace("_", " ")
    } gets ❌ and one reply that says why`,
    async ({ maya, texts, dana }) => {
      const card = await maya.begins(texts, "hi");
      await maya.is(state);
      const reply = await card.reply(dana, "hello?");
      const notice = await card.expectReply(reason);
      const marks = state === "opted_out" ? ["x"] : ["heavy_check_mark", "x"];
      await reply.expectMarks(...marks);
      const hasRetry = JSON.stringify(await notice.seen()).includes('Retry"');
      assert.equal(hasRetry, canRetry);
    },
  );
}

story(
  "Retry sends a failed text again, once however often it is pressed",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
    await maya.is("off");
    const reply = await card.reply(dana, "are you there?");
    const notice = await card.expectReply(/switched off/);
    await reply.expectMarks("heavy_check_mark", "x");
    await maya.is("on");
    await dana.pressButton(notice, "retry");
    await scene.pass(100);
    await will.pressButton(notice, "retry");
    await maya.expectText("are you there?");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await will.expectWhisper(/on its way or has been sent/);
    await maya.expectNoText();
  },
);

story(
  "of two who press Retry one comes much too late, after the other's run is over: it is sent once",
  async ({ scene, maya, texts, dana, will }) => {
    const card = await maya.begins(texts, "hi");
    await maya.is("off");
    const reply = await card.reply(dana, "are you there?");
    const notice = await card.expectReply(/switched off/);
    await reply.expectMarks("heavy_check_mark", "x");
    await maya.is("on");
    const { fetch } = scene.world;
    let claims = 0;
    scene.world.fetch = async (request) => {
      const isClaim = /reactions\.add/.test(request.url) &&
        /hourglass/.test(await request.clone().text());
      if (isClaim && ++claims === 1) await sleep(scene.clock, 12_000);
      return await fetch(request);
    };
    await dana.pressButton(notice, "retry");
    await will.pressButton(notice, "retry");
    await maya.expectText("are you there?");
    await dana.expectWhisper(/on its way or has been sent/);
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await maya.expectNoText();
  },
);

story(
  "a text whose fate comes late is marked when the carrier rings",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const reply = await card.reply(dana, "slowly");
    await reply.expectMarks("heavy_check_mark");
    await scene.pass(20_000);
    await maya.expectText("slowly");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
  { delays: { delivered: 25_000 } },
);

story(
  "a status that is rung again, late or for a text of somebody else changes nothing",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const reply = await card.reply(dana, "hello");
    const { sid } = await maya.expectText("hello");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    for (let times = 0; times < 3; times++) {
      await scene.ring("Text status", { message_sid: sid });
    }
    await scene.pass(10_000);
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "a try whose failure a dying run did not remember is no failure of the next one, which arrived",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await maya.is("off");
    const reply = await card.reply(dana, "are you there?");
    const notice = await card.expectReply(/switched off/);
    await reply.expectMarks("heavy_check_mark", "x");
    const { datastores } = scene.world.slack;
    await scene.pass(15_000);
    const [row] = datastores.all("messages");
    await maya.is("on");
    await dana.pressButton(notice, "retry");
    await maya.expectText("are you there?");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await scene.pass(15_000);
    assert.equal(row?.stage, "failed");
    datastores.put("messages", { ...row, stage: "sent" });
    await scene.pass(60 * 60_000);
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "who writes again just as a Retry takes the pin off stays pinned",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const mend = scene.wire.spoil("POST /Messages", "never there");
    await card.reply(dana, "hello");
    await scene.pass(61 * 60_000);
    const notice = await card.expectReply(/did not leave/);
    mend();
    const goesOn = scene.wire.hold("pins.remove");
    await dana.pressButton(notice, "retry");
    await maya.expectText("hello");
    await maya.text("and?");
    await card.expectReply("and?");
    goesOn();
    await scene.pass(5_000);
    await card.expectPinned();
  },
);
