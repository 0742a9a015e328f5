import assert from "node:assert/strict";
import { beginByForm } from "../support/begin_by_form.ts";
import { connect, manage } from "../support/more_places.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "in a disconnected channel a reply is refused with the reason, and the conversation goes on in its line's channel",
  async ({ scene, texts, general, dana, maya }) => {
    const card = await beginByForm(dana, maya, general, "hello");
    await texts.expectMessage(/New conversation with/);
    const view = await manage(dana, texts, general);
    await view.click("disconnect_channel");
    await dana.expectModal("Channel", /Disconnected/);
    const reply = await card.reply(dana, "one more thing");
    await card.expectReply(/disconnected from Clerk/);
    await reply.expectMarks("x");
    await maya.expectNoText();
    await general.post(dana, `send ${maya.number} hello`);
    await dana.expectWhisper(/disconnected from Clerk/);
    const next = await maya.begins(texts, "hi there");
    await next.expectPinned();
    await next.reply(dana, "hi");
    await maya.expectText("hi");
    const again = await manage(dana, texts, general);
    await again.click("connect_again");
    await dana.expectModal("Channel", /Replies are texted/);
    const old = await card.reply(dana, "and this?");
    await card.expectReply(/goes on somewhere else/);
    await old.expectMarks("x");
    await scene.pass(2 * HOUR);
    await maya.expectNoText();
  },
);

story(
  "a form cannot begin a conversation in a disconnected channel",
  async ({ texts, general, dana, maya }) => {
    await connect(dana, texts, general);
    const view = await manage(dana, texts, general);
    await view.click("disconnect_channel");
    await dana.expectModal("Channel", /Disconnected/);
    const form = await dana.openSendForm(general);
    const { errors } = await form.submit({
      to: maya.number,
      channel: general.id,
      message: "hello",
    });
    assert.match(errors?.channel ?? "", /disconnected from Clerk/);
  },
);

story(
  "a channel is not disconnected while a line's conversations begin there, or somebody there waits for an answer",
  async ({ texts, general, dana, maya }) => {
    const own = await manage(dana, texts, texts);
    await own.click("disconnect_channel");
    await dana.expectModal("Clerk", /begin in this channel/);
    const card = await beginByForm(dana, maya, general, "hello");
    await texts.expectMessage(/New conversation with/);
    await maya.text("thanks");
    await card.expectReply("thanks");
    await card.expectPinned();
    const view = await manage(dana, texts, general);
    await view.click("disconnect_channel");
    await dana.expectModal("Clerk", /1 conversation waits for an answer/);
  },
);

story(
  "what another admin has disconnected just now is said to who does it again",
  async ({ scene, texts, general, dana, will }) => {
    scene.world.slack.datastores.update("settings", {
      id: "workspace",
      admins: [dana.id, will.id],
    });
    await connect(dana, texts, general);
    const stale = await manage(will, texts, general);
    const view = await manage(dana, texts, general);
    await view.click("disconnect_channel");
    await dana.expectModal("Channel", /Disconnected/);
    await stale.click("text_addressed");
    await will.expectModal("Clerk", /not connected any more/);
  },
);
