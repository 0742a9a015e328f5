import assert from "node:assert/strict";
import type { Message } from "../support/channel.ts";
import { inLine, limitTo, received, sent } from "../support/plan.ts";
import { type Story, story } from "../support/story.ts";

const HOUR = 3_600_000;

/** Twenty replies at once, by three people. @returns how many left. */
async function twentyAtOnce(told: Story, card: Message): Promise<number> {
  const { scene, maya, dana, will, ana } = told;
  // The rates of Slack have forgotten what came before.
  await scene.pass(61_000);
  for (let at = 1; at <= 20; at++) {
    const author = [dana, will, ana][at % 3] ?? dana;
    await card.reply(author, `reply ${at}`);
  }
  await scene.pass(HOUR);
  const left = sent(told);
  for (let at = 0; at < left; at++) await maya.expectText(/^reply/);
  for (let at = left; at < 20; at++) await card.expectReply(/did not leave/);
  await inLine(told);
  return left;
}

story(
  "twenty at once that pass 80 % of the plan together say so once, and the hours after say nothing more",
  async (told) => {
    const { scene, texts } = told;
    const card = await received(told, 10);
    await limitTo(told, 32);
    const left = await twentyAtOnce(told, card);
    assert.ok(left >= 16, `${left} left`);
    await texts.expectMessage(/80 % of this month's plan is used: 26 of 32/);
    await scene.pass(3 * HOUR);
    await inLine(told);
  },
);

story(
  "twenty at once that use the plan up say that once, however many are refused",
  async (told) => {
    const { scene, texts } = told;
    const card = await received(told, 9);
    await limitTo(told, 10);
    await scene.pass(HOUR);
    await texts.expectMessage(/80 % .*9 of 10/);
    assert.equal(await twentyAtOnce(told, card), 1);
    await texts.expectMessage(/used up: 10 of 10/);
    await scene.pass(3 * HOUR);
    await inLine(told);
  },
);

story(
  "what was said of one limit is said anew of another",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const card = await received(told, 4);
    await limitTo(told, 5);
    await scene.pass(HOUR);
    await texts.expectMessage(/80 % .*4 of 5/);
    await limitTo(told, 10);
    for (let at = 5; at <= 8; at++) {
      await card.reply(dana, `reply ${at}`);
      await maya.expectText(`reply ${at}`);
    }
    await texts.expectMessage(/80 % .*8 of 10/);
    await inLine(told);
    await scene.pass(HOUR);
  },
);
