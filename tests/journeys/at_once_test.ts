import assert from "node:assert/strict";
import type { Message } from "../support/channel.ts";
import type { Modal } from "../support/modal.ts";
import type { Scene } from "../support/scene.ts";
import { type Story, story } from "../support/story.ts";
import type { Teammate } from "../support/teammate.ts";

const DAY = 24 * 3_600_000;

/** What Assign's form says of a conversation with which nobody has done anything. */
const UNTOUCHED = { state: "new", priority: "normal" };

async function begun({ maya, texts }: Story): Promise<Message> {
  const card = await maya.begins(texts, "hello");
  return card;
}

async function openAssign(who: Teammate, card: Message): Promise<Modal> {
  return await who.openAssign(card);
}

/** How often cards and other messages were edited. */
function edits({ world }: Scene): number {
  return world.journal.since(0)
    .filter(({ method }) => method === "chat.update").length;
}

story(
  "two Assign forms that are open at once: each changes what it changes, and leaves the rest as the other made it",
  async (told) => {
    const { dana, will, ana } = told;
    const card = await begun(told);
    const hers = await openAssign(dana, card);
    const his = await openAssign(will, card);
    await hers.submit({
      ...UNTOUCHED,
      assignees: [ana.id],
      tags: ["repairs"],
      subject: "Her bike",
    });
    await his.submit({
      ...UNTOUCHED,
      assignees: [will.id],
      tags: ["vip"],
      priority: "high",
    });
    await card.expectWords(new RegExp(`Assigned to.*${ana.id}.*${will.id}`));
    await card.expectWords(/Tags.*repairs, vip/);
    await card.expectWords(/Her bike/);
    await card.expectWords(/Priority.*High/);
    await card.expectReply(new RegExp(`assigned this to <@${ana.id}>`));
    await card.expectReply(new RegExp(`assigned this to <@${will.id}>`));
    const again = await openAssign(dana, card);
    await again.submit({
      assignees: [will.id],
      tags: ["vip"],
      subject: "Her bike",
      state: "new",
      priority: "high",
    });
    await card.expectNoWords(new RegExp(`<@${ana.id}>`));
    await card.expectNoWords(/Tags.*repairs/);
  },
);

story(
  "two Assign forms that are sent at the very same moment lose nothing of each other",
  async (told) => {
    const { dana, will, ana } = told;
    const card = await begun(told);
    const hers = await openAssign(dana, card);
    const his = await openAssign(will, card);
    await Promise.all([
      hers.submit({ ...UNTOUCHED, assignees: [ana.id], tags: ["repairs"] }),
      his.submit({ ...UNTOUCHED, assignees: [will.id], tags: ["vip"] }),
    ]);
    await card.expectReply(new RegExp(`assigned this to <@${ana.id}>`));
    await card.expectReply(new RegExp(`assigned this to <@${will.id}>`));
    for (const words of [ana.id, will.id, "repairs", "vip"]) {
      await card.expectWords(new RegExp(words));
    }
  },
);

story(
  "a form and a button at the same moment: both hold, and the card says both",
  async (told) => {
    const { dana, will, ana } = told;
    const card = await begun(told);
    const form = await openAssign(dana, card);
    await Promise.all([
      form.submit({ ...UNTOUCHED, assignees: [ana.id], priority: "urgent" }),
      will.pressButton(card, "solve"),
    ]);
    await card.expectReply(new RegExp(`assigned this to <@${ana.id}>`));
    await card.expectWords(/State.*Solved/);
    await card.expectWords(new RegExp(`Assigned to.*${ana.id}`));
    await card.expectWords(/Priority.*Urgent/);
    await card.expectUnpinned();
  },
);

story(
  "the card is edited once for all that a form or a button changes, and not at all for a form that changes nothing",
  async (told) => {
    const { scene, dana, ana } = told;
    const card = await begun(told);
    const before = edits(scene);
    const form = await openAssign(dana, card);
    await form.submit({
      assignees: [ana.id],
      tags: ["vip"],
      state: "solved",
      priority: "high",
    });
    await card.expectReply(new RegExp(`assigned this to <@${ana.id}>`));
    await card.expectWords(/State.*Solved/);
    await scene.pass(10_000);
    assert.equal(edits(scene), before + 1);
    const same = await openAssign(dana, card);
    await same.submit({
      assignees: [ana.id],
      tags: ["vip"],
      state: "solved",
      priority: "high",
    });
    await scene.pass(10_000);
    assert.equal(edits(scene), before + 1);
    assert.deepEqual(await dana.views(), []);
    for (const deed of ["open", "hide", "show", "solve"]) {
      const until = edits(scene);
      await dana.pressButton(card, deed);
      await scene.pass(10_000);
      assert.equal(edits(scene), until + 1, deed);
    }
  },
);

story(
  "who is not in the channel may press all the same, also weeks later",
  async (told) => {
    const { scene, texts, dana, ana } = told;
    const card = await begun(told);
    await scene.surface.slack(ana.token, "conversations.leave", {
      channel: texts.id,
    });
    await scene.passIdly(15 * DAY);
    const form = await openAssign(ana, card);
    await form.submit({ ...UNTOUCHED, assignees: [dana.id], note: "see mail" });
    await card.expectReply(/🔒.*see mail/);
    await card.expectReply(new RegExp(`assigned this to <@${dana.id}>`));
    await card.expectWords(new RegExp(`Assigned to.*${dana.id}`));
    await ana.pressButton(card, "solve");
    await card.expectWords(/State.*Solved/);
    await card.expectUnpinned();
    await ana.pressButton(card, "hide");
    await card.expectWords(/hidden/);
  },
);

story(
  "a form that is saved as it was leaves alone when its conversation comes back",
  async (told) => {
    const { scene, maya, dana } = told;
    const card = await begun(told);
    const { outputs } = await scene.runStep("set_state", {
      number: maya.number,
      state: "pending",
      hours: "1.5",
    });
    assert.deepEqual(outputs, { done: true });
    await card.expectWords(/State.*Pending/);
    const form = await openAssign(dana, card);
    const due = /"initial_date_time":(\d+)/.exec(await form.words())?.[1];
    await form.submit({
      state: "pending",
      priority: "normal",
      back_at: Number(due),
      tags: ["later"],
    });
    await card.expectWords(/Tags.*later/);
    await scene.pass(2.6 * 3_600_000);
    await card.expectReply(/was put off until now/);
    await card.expectPinned();
  },
);

story(
  "what is put off and solved at the very same moment comes back, if it is put off in the end",
  async (told) => {
    const { scene, maya, will } = told;
    const card = await begun(told);
    const putOff = { number: maya.number, state: "pending", hours: 1 };
    await Promise.all([
      scene.runStep("set_state", putOff),
      will.pressButton(card, "solve"),
    ]);
    await card.expectWords(/State.*Pending/);
    await scene.pass(70 * 60_000);
    await card.expectReply(/put off until now/);
    await card.expectWords(/State.*Open/);
    await card.expectPinned();
  },
);
