import assert from "node:assert/strict";
import { story } from "../support/story.ts";

story(
  "Send Text is a step for Workflow Builder: number and message in; id, status and link out",
  async ({ scene, maya, texts }) => {
    const { outputs } = await scene.runStep("send_text", {
      to: "(415) 555-0142",
      message: "Your order has shipped",
    });
    const { sid } = await maya.expectText("Your order has shipped");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("Your order has shipped");
    assert.equal(outputs?.sent, true);
    assert.equal(outputs?.message_id, sid);
    assert.equal(outputs?.status, "delivered");
    assert.match(String(outputs?.link), /^https:\/\/.*thread_ts=/);
  },
);

story(
  "a refused step completes with the reason, so that the workflow can go on",
  async ({ scene, maya, texts }) => {
    const { outputs: bad } = await scene.runStep("send_text", {
      to: "nobody",
      message: "hi",
    });
    assert.equal(bad?.sent, false);
    assert.match(String(bad?.reason), /nobody/);
    await maya.is("opted_out");
    const { outputs: refused } = await scene.runStep("send_text", {
      to: maya.number,
      message: "hi",
    });
    assert.equal(refused?.sent, false);
    assert.match(String(refused?.reason), /opted out/);
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("hi");
    await card.expectReply(/opted out/);
  },
);
