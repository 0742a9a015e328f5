import assert from "node:assert/strict";
import { connect, makeChannel } from "../support/more_places.ts";
import { remindAfter } from "../support/reminders.ts";
import { story } from "../support/story.ts";

const MINUTE = 60_000;

story(
  "of more channels than can be looked into at once each has its turn to be reminded of",
  async ({ scene, dana, maya, texts }) => {
    const channels = [];
    for (let each = 1; each <= 8; each++) {
      const made = await makeChannel(scene, dana, `desk-${each}`);
      assert.equal(await connect(dana, texts, made), undefined);
      channels.push(made);
      await scene.pass(25_000);
    }
    await remindAfter(dana, texts, 15);
    const last = channels.at(-1);
    assert(last);
    await last.post(dana, `send ${maya.number} hello`);
    await maya.expectText("hello");
    const card = await last.expectMessage(/New Conversation/);
    await card.expectReply("hello");
    await texts.expectMessage(/New conversation with/);
    await maya.text("hi");
    await card.expectReply("hi");
    await scene.pass(26 * MINUTE);
    await card.expectReply(/still waiting/);
  },
);
