import assert from "node:assert/strict";
import type { Channel } from "./channel.ts";
import type { Scene } from "./scene.ts";
import type { Teammate } from "./teammate.ts";

/** Adds a number to the list from the dashboard, and closes it again. */
export async function addToList(
  person: Teammate,
  channel: Channel,
  number: string,
  why: string,
): Promise<void> {
  const list = await openList(person, channel);
  assert.match(await list.words(), /Nobody is on the list/);
  await list.click("dnd_add");
  const form = await person.expectModal("Do Not Disturb", /Reason/);
  assert.equal((await form.submit({ number, why })).errors, undefined);
  await person.expectModal("Do Not Disturb", /no texts blocked/);
  await person.closeAll();
}

export async function openList(person: Teammate, channel: Channel) {
  const dashboard = await person.openDashboard(channel);
  await dashboard.click("do_not_disturb");
  return await person.expectModal("Do Not Disturb", /Add a number/);
}

export async function catchUp(scene: Scene): Promise<void> {
  await scene.pass(65 * 60_000);
}

/** What somebody leaves behind who dies between the list and its copy. */
export async function leaveHalfDone(
  scene: Scene,
  contact: string,
  at = 0,
): Promise<void> {
  await scene.asApp("apps.datastore.put", {
    datastore: "do_not_disturb",
    item: { contact, by: "dana", at: scene.clock.now() + at, why: "" },
  });
}
