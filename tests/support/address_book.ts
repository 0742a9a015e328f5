import assert from "node:assert/strict";
import type { Channel } from "./channel.ts";
import type { Modal } from "./modal.ts";
import type { Teammate } from "./teammate.ts";

/** What somebody types into the form for a contact. */
export interface Entry {
  name: string;
  number: string;
  tags?: string;
  notes?: string;
}

/** Opens the dashboard, and from there the list of contacts. */
export async function openContacts(
  who: Teammate,
  channel: Channel,
): Promise<Modal> {
  const dashboard = await who.openDashboard(channel);
  await dashboard.click("contacts");
  return await who.expectModal("Contacts", /contact_search/);
}

/** Adds contacts one after the other. @returns the list. */
export async function addContacts(
  who: Teammate,
  channel: Channel,
  ...entries: Entry[]
): Promise<Modal> {
  const list = await openContacts(who, channel);
  for (const entry of entries) {
    await list.click("add_contact");
    const form = await who.expectModal("Add contact");
    const { errors } = await form.submit({ ...entry });
    assert.equal(errors, undefined);
    await who.expectModal("Contacts", new RegExp(`\\*${entry.name}\\*`));
  }
  return list;
}

/** Opens the dashboard, and from there the form that imports contacts. */
export async function openImport(
  who: Teammate,
  channel: Channel,
): Promise<Modal> {
  const list = await openContacts(who, channel);
  await list.click("import_contacts");
  return await who.expectModal("Import contacts", /"pasted"/);
}

/** Searches in an open list. @returns all that it shows then. */
export async function search(list: Modal, words: string): Promise<string> {
  await list.act("contact_search", "contact_search", words);
  const { blocks } = await list.view();
  return JSON.stringify(blocks.filter(({ type }) => type === "section"));
}
