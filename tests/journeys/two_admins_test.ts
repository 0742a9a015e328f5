import assert from "node:assert/strict";
import {
  addContacts,
  openContacts,
  openImport,
} from "../support/address_book.ts";
import { getNumber, openBoard } from "../support/more_places.ts";
import type { Modal } from "../support/modal.ts";
import { type Story, story } from "../support/story.ts";
import type { Teammate } from "../support/teammate.ts";

const SECOND = "+12025550110";

/** Makes Will an admin beside Dana. */
async function bothAdmins({ scene, dana, will, texts }: Story): Promise<void> {
  const form = await dana.openSettings(texts);
  await form.submit({ admins: [dana.id, will.id] });
  await (await dana.expectModal("Settings", /Saved/)).close();
  await dana.closeAll();
  await scene.pass(2_000);
}

async function open(
  { texts }: Story,
  who: Teammate,
  way: string,
  title: string,
  words: RegExp,
): Promise<Modal> {
  await (await who.openDashboard(texts)).click(way);
  return await who.expectModal(title, words);
}

story(
  "two admins who add rules at the same moment have both of them, and see so when they look again",
  async (told) => {
    const { scene, dana, will, texts, general } = told;
    await bothAdmins(told);
    const title = "Where texts go";
    const hers = await open(told, dana, "routing", title, /no rules yet/);
    const his = await open(told, will, "routing", title, /no rules yet/);
    const [one, other] = await Promise.all([
      hers.submit({ word: "rent", channel: general.id }),
      his.submit({ word: "repair", channel: general.id }),
    ]);
    assert.deepEqual([one.errors, other.errors], [undefined, undefined]);
    await dana.expectModal(title, /Saved.*rent/);
    await will.expectModal(title, /Saved.*repair/);
    await scene.pass(2_000);
    await dana.closeAll();
    await open(told, dana, "routing", title, /rent.*repair|repair.*rent/);
    assert.equal((await texts.messages()).length, 0);
  },
);

story(
  "a rule that one admin removes while another adds one is gone, and the other one stands",
  async (told) => {
    const { scene, dana, will, general } = told;
    await bothAdmins(told);
    const title = "Where texts go";
    const first = await open(told, dana, "routing", title, /no rules yet/);
    await first.submit({ word: "rent", channel: general.id });
    const hers = await dana.expectModal(title, /Saved/);
    await scene.pass(2_000);
    const his = await open(told, will, "routing", title, /rent/);
    await Promise.all([
      hers.click("route_remove"),
      his.submit({ word: "repair", channel: general.id }),
    ]);
    await scene.pass(3_000);
    await will.closeAll();
    const look = await open(told, will, "routing", title, /repair/);
    assert.doesNotMatch(await look.words(), /rent\*/);
    // Who removes what is gone already finds it gone.
    const again = await open(told, dana, "routing", title, /repair/);
    await look.click("route_remove");
    await again.click("route_remove");
    await dana.expectModal(title, /There are no rules yet/);
    await will.expectModal(title, /There are no rules yet/);
  },
);

story(
  "two admins who say at once how the team works together have the last one's words, whole",
  async (told) => {
    const { scene, dana, will } = told;
    await bothAdmins(told);
    const hers = await open(told, dana, "teamwork", "Teamwork", /"opens"/);
    const his = await open(told, will, "teamwork", "Teamwork", /"opens"/);
    await hers.submit({ nudge_after: "30", opens: "8", closes: "12" });
    await his.submit({ nudge_after: "60", opens: "10", closes: "20" });
    await scene.pass(2_000);
    await dana.closeAll();
    const look = await open(told, dana, "teamwork", "Teamwork", /"opens"/);
    const words = await look.words();
    assert.match(words, /"initial_value":"60"/);
    assert.doesNotMatch(words, /"initial_value":"30"/);
  },
);

story(
  "two admins who connect one line at once have it once, in the channel of the last",
  async (told) => {
    const { scene, dana, will, texts, general } = told;
    await bothAdmins(told);
    getNumber(scene, SECOND);
    const [hers, his] = [await connect(told, dana), await connect(told, will)];
    const answers = await Promise.all([
      hers.submit({ line: SECOND, channel: texts.id }),
      his.submit({ line: SECOND, channel: general.id }),
    ]);
    assert.deepEqual(answers.map(({ errors }) => errors), [
      undefined,
      undefined,
    ]);
    await scene.pass(2_000);
    await Promise.all([dana.closeAll(), will.closeAll()]);
    const board = await openBoard(dana, texts);
    const words = await board.words();
    assert.equal(words.match(/202-555-0110/g)?.length, 1, words);
  },
);

story(
  "who is taken off the admins while they connect a line stays taken off",
  async (told) => {
    const { scene, dana, will, texts, general } = told;
    await bothAdmins(told);
    getNumber(scene, SECOND);
    const settings = await dana.openSettings(texts);
    const form = await connect(told, will);
    await Promise.all([
      form.submit({ line: SECOND, channel: general.id }),
      settings.submit({ admins: [dana.id] }),
    ]);
    await scene.pass(2_000);
    await Promise.all([dana.closeAll(), will.closeAll()]);
    const view = await open(told, will, "settings", "Settings", /Only Clerk's/);
    assert.doesNotMatch(await view.words(), new RegExp(`<@${will.id}>`));
  },
);

story(
  "of two who press Import at the same moment one imports, and the other is told to wait",
  async (told) => {
    const { scene, dana, will, texts } = told;
    const [hers, his] = [
      await openImport(dana, texts),
      await openImport(will, texts),
    ];
    const answers = await Promise.all([
      hers.submit({ pasted: "Ann,4155550142" }),
      his.submit({ pasted: "Bob,4155550143" }),
    ]);
    const busy = answers.map(({ errors }) => errors?.pasted)
      .filter((each) => /Another import/.test(each ?? ""));
    assert.equal(busy.length, 1);
    await scene.pass(70_000);
    const [winner, loser] = answers[0]?.errors ? [will, dana] : [dana, will];
    await winner.expectModal("Import contacts", /1 added/);
    await loser.expectModal("Import contacts", /"pasted"/);
    assert.equal(scene.world.slack.datastores.all("contacts").length, 1);
  },
);

story(
  "two who delete one contact at once have it gone, and neither is told of a failure",
  async (told) => {
    const { dana, will, maya, texts } = told;
    const entry = { name: "Maya", number: maya.number };
    const ours = await addContacts(dana, texts, entry);
    const theirs = await openContacts(will, texts);
    await ours.choose(/Maya/, "Delete…");
    await theirs.choose(/Maya/, "Delete…");
    const [one, other] = [
      await dana.expectModal("Delete contact", /Maya/),
      await will.expectModal("Delete contact", /Maya/),
    ];
    await Promise.all([one.submit({}), other.submit({})]);
    await dana.expectModal("Contacts", /no contacts yet/);
    await will.expectModal("Contacts", /no contacts yet/);
  },
);

async function connect(
  { texts }: Story,
  who: Teammate,
): Promise<Modal> {
  const board = await openBoard(who, texts);
  await board.click("connect_line");
  return await who.expectModal("Connect a line", /"block_id":"line"/);
}
