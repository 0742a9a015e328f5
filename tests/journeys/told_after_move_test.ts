import assert from "node:assert/strict";
import { directWithMaya } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a failure that was told of after its conversation had moved is not looked into by every catch-up that follows",
  async (told) => {
    const { scene, dana } = told;
    const { own, top, card } = await directWithMaya(told);
    const mend = scene.dropEvents();
    const reply = await own.post(dana, "we close at six");
    mend();
    await scene.asApp("reactions.add", {
      channel: own.id,
      timestamp: reply.ts,
      name: "x",
    });
    await dana.pressButton(top, "move_back");
    await card.expectReply(/was in/);
    await own.expectMessage(/goes on in/);
    await scene.pass(HOUR);
    await reply.expectReply(/❌/);
    await scene.pass(HOUR);
    const { started, ended } = scene.world.slack.executions.all()
      .findLast(({ callback_id }) => callback_id === "catch_up") ?? {};
    assert.ok(
      started && ended && ended - started < 3_000,
      "it waits for nobody",
    );
  },
);
