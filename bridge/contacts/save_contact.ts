import { refreshCards } from "../places/refresh_cards.ts";
import type { AllEnds, Contact } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { deleteContact } from "./delete_contact.ts";
import { fileContacts } from "./file_contacts.ts";

/** What is to be saved of a contact. */
export type SavedContact = Omit<Contact, "updatedAt">;

/**
 * Adds a contact.
 * @throws Refusal when the number is saved already, as something else.
 */
export async function addContact(
  ends: AllEnds,
  contact: SavedContact,
): Promise<Contact> {
  const old = await ends.contacts.find(contact.number);
  if (old && !isAlike(old, contact)) throw taken(old);
  return await saveContact(ends, contact, old);
}

/**
 * Changes a contact, its number too if it is another.
 * @throws Refusal when the new number is somebody else's.
 */
export async function editContact(
  ends: AllEnds,
  contact: SavedContact,
  was: E164,
): Promise<Contact> {
  const old = await ends.contacts.find(contact.number);
  if (contact.number === was) return await saveContact(ends, contact, old);
  if (old && !isAlike(old, contact)) throw taken(old);
  const saved = await saveContact(ends, contact, old);
  await deleteContact(ends, was);
  return saved;
}

/**
 * Saves a contact, of two at once the later. Its own row is written after the name's copy and the index: as long as it
 * says the old, saving again makes good what a run that died has left.
 */
async function saveContact(
  ends: AllEnds,
  contact: SavedContact,
  old: Contact | null,
): Promise<Contact> {
  const { number, name, tags } = contact;
  const refiling = { number, name, before: old ? [old.name] : [] };
  await Promise.all([
    fileContacts(ends, [refiling]),
    ends.conversations.saveNames([{ contact: number, name, tags }]),
  ]);
  const saved = { ...contact, updatedAt: ends.clock.now() };
  await ends.contacts.save(saved);
  await agree(ends, saved, refiling.before);
  return saved;
}

/** Makes the copies say what the row says, also where somebody else saved the same contact in this moment. */
async function agree(
  ends: AllEnds,
  saved: Contact,
  before: string[],
): Promise<void> {
  const { number: contact } = saved;
  const found = await ends.contacts.find(contact);
  // A read may be a second old: what it says counts only if it was written later.
  const isOverruled = found !== null && found.updatedAt >= saved.updatedAt;
  const { name, tags } = isOverruled ? found : saved;
  const names = [...before, saved.name].filter((each) => each !== name);
  const [[standing]] = await Promise.all([
    ends.conversations.standings([contact]),
    fileContacts(ends, [{ number: contact, name, before: names }]),
  ]);
  const isAgreed = standing?.name === name &&
    standing.tags.join() === tags.join();
  if (!isAgreed) {
    await ends.conversations.saveNames([{ contact, name, tags }]);
  }
  await refreshCards(ends, contact, { name });
}

function isAlike(one: SavedContact, other: SavedContact): boolean {
  return one.name === other.name && one.notes === other.notes &&
    one.tags.join() === other.tags.join();
}

function taken({ number, name }: Contact): Refusal {
  return new Refusal(
    `${formatForPeople(number)} is saved already${name ? `, as ${name}` : ""}.`,
    "Find it in the list and edit it there.",
    false,
    "number",
  );
}
