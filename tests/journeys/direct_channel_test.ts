import assert from "node:assert/strict";
import { create, mayaWaits } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

story(
  "Create Channel gives a conversation a channel of its own, and who waits there waits here",
  async (told) => {
    const { scene, dana, maya } = told;
    const card = await mayaWaits(told);
    const { own, top } = await create(told, card);
    await own.expectMessage("hi");
    await top.expectPinned();
    await card.expectUnpinned();
    const left = (await card.replies()).map(({ text }) => text);
    assert(!left.includes("hi"), "it stands in both places");
    await card.expectWords(/goes on in/);
    await card.expectNoWords(/Create Channel/);
    await top.expectWords(/Back to shared channel/);
    const { members } = await scene.asObserver<{ members: string[] }>(
      "conversations.members",
      { channel: own.id },
    );
    assert(members.includes(dana.id));
    const reply = await own.post(dana, "hello from Dana");
    await maya.expectText("hello from Dana");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
    await top.expectUnpinned();
    await maya.text("thank you");
    await own.expectMessage("thank you");
    await top.expectPinned();
  },
);

story(
  "in a direct channel all is texted, in its threads too, and notes stay inside",
  async (told) => {
    const { dana, will, maya } = told;
    const card = await mayaWaits(told);
    const { own } = await create(told, card);
    await will.join(own);
    const shown = await own.expectMessage("hi");
    await shown.reply(will, "in the thread");
    await maya.expectText("in the thread");
    await own.post(dana, "send me the form");
    await maya.expectText("send me the form");
    const note = await own.post(dana, "note: he sounds angry");
    await note.expectMarks("lock");
    const aside = await shown.reply(dana, "// ask Will first");
    await aside.expectMarks("lock");
    await maya.expectNoText();
  },
);

story(
  "what is written under the old card is refused, with a link to where the conversation goes on",
  async (told) => {
    const { dana, maya } = told;
    const card = await mayaWaits(told);
    const { own, top } = await create(told, card);
    await own.expectMessage("hi");
    const late = await card.reply(dana, "anybody there?");
    await card.expectReply(
      new RegExp(`goes on somewhere else.*${top.ts.replace(".", "")}`),
    );
    await late.expectMarks("x");
    await maya.expectNoText();
  },
);

story(
  "a failed text in a direct channel is explained in a thread under it, and Retry sends it again",
  async (told) => {
    const { dana, maya } = told;
    const card = await mayaWaits(told);
    const { own } = await create(told, card);
    await own.expectMessage("hi");
    await maya.is("off");
    const failed = await own.post(dana, "are you there?");
    const notice = await failed.expectReply(/❌/);
    await failed.expectMarks("heavy_check_mark", "x");
    await maya.is("on");
    await dana.pressButton(notice, "retry");
    await maya.expectText("are you there?");
    await failed.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "who presses Retry in the old thread is told where the conversation goes on",
  async (told) => {
    const { dana, maya } = told;
    const card = await mayaWaits(told);
    await maya.is("off");
    const failed = await card.reply(dana, "are you there?");
    const notice = await card.expectReply(/❌/);
    await failed.expectMarks("heavy_check_mark", "x");
    await maya.is("on");
    const { own } = await create(told, card);
    await dana.pressButton(notice, "retry");
    await dana.expectWhisper(new RegExp(`goes on somewhere.*${own.id}`));
    await maya.expectNoText();
  },
);

story(
  "a form, a send line and a dashboard opened there lead to the direct channel",
  async (told) => {
    const { dana, maya, noah, texts } = told;
    const card = await mayaWaits(told);
    const { own } = await create(told, card);
    await own.expectMessage("hi");
    await texts.post(dana, `send ${maya.number} by a line`);
    await own.expectMessage("by a line");
    await maya.expectText("by a line");
    const form = await dana.openSendForm(own);
    await form.submit({ to: noah.number, message: "somebody else" });
    await noah.expectText("somebody else");
    const theirs = await texts.expectMessage(/New Conversation/);
    await theirs.expectReply("somebody else");
    await own.post(dana, "still Maya's");
    await maya.expectText("still Maya's");
  },
);

story(
  "what Slack itself says in somebody's name is never texted",
  async (told) => {
    const { scene, dana, maya } = told;
    const card = await mayaWaits(told);
    const { own } = await create(told, card);
    await own.expectMessage("hi");
    const { ts } = scene.world.slack.workspace.messages.post({
      channel: own.id,
      subtype: "channel_join",
      user: dana.id,
      text: `<@${dana.id}> has joined the channel`,
    });
    scene.expected.add(own.id + ts);
    await maya.expectNoText();
    await scene.pass(2 * 60 * 60 * 1000);
    await maya.expectNoText();
  },
);

story(
  "a message that no event was fired for is texted by catch-up, and so is one in a thread",
  async (told) => {
    const { scene, dana, maya } = told;
    const card = await mayaWaits(told);
    const { own } = await create(told, card);
    const shown = await own.expectMessage("hi");
    const mend = scene.dropEvents();
    await own.post(dana, "nobody told the app");
    await shown.reply(dana, "nor of this");
    mend();
    await scene.pass(2 * 60 * 60 * 1000);
    await maya.expectText("nobody told the app");
    await maya.expectText("nor of this");
    await maya.expectNoText();
  },
);

story(
  "back to the shared channel: the old thread goes on, and the direct channel refuses",
  async (told) => {
    const { dana, will, maya } = told;
    const card = await mayaWaits(told);
    const { own, top } = await create(told, card);
    await will.join(own);
    await own.expectMessage("hi");
    await own.post(dana, "hello");
    await maya.expectText("hello");
    await maya.text("one more thing");
    await own.expectMessage("one more thing");
    await will.pressButton(top, "move_back");
    await own.expectMessage(/goes on in/);
    await card.expectReply(/was in/);
    await card.expectReply("one more thing");
    await card.expectPinned();
    await top.expectUnpinned();
    await card.expectWords(/Create Channel/);
    const late = await own.post(will, "in the wrong place");
    await late.expectReply(/goes on somewhere else/);
    await late.expectMarks("x");
    await card.reply(dana, "what is it?");
    await maya.expectText("what is it?");
    await maya.text("never mind");
    await card.expectReply("never mind");
    await dana.pressButton(card, "create_channel");
    await card.expectReply(/goes on in/);
    await own.expectMessage(/What was said before/);
    await own.expectMessage("never mind");
    await card.expectUnpinned();
    await own.post(dana, "fine");
    await maya.expectText("fine");
  },
);

story(
  "the dashboard shows who waits in direct channels, and says how many it did not look into",
  async (told) => {
    const { scene, dana, texts, maya, line } = told;
    const card = await mayaWaits(told);
    const { own } = await create(told, card);
    await own.expectMessage("hi");
    const dashboard = await dana.openDashboard(texts);
    assert.match(await dashboard.words(), new RegExp(`in <#${own.id}>`));
    await dashboard.close();
    const { datastores } = scene.world.slack;
    for (let at = 0; at < 120; at++) {
      const channel = `C0${String(at).padStart(9, "0")}`;
      datastores.put("channels", { channel, line, contact: maya.number });
    }
    await scene.pass(2_000);
    const full = await dana.openDashboard(texts);
    assert.match(await full.words(), /direct channels were not looked into/);
  },
);
