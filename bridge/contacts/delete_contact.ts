import { refreshCards } from "../places/refresh_cards.ts";
import type { AllEnds } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { fileContacts } from "./file_contacts.ts";

/**
 * Deletes a contact: from now on they are a number again. Opt-out and Do Not Disturb stand, and so do conversations.
 * Its own row goes last: as long as it is there, deleting again takes away what a run that died has left.
 */
export async function deleteContact(
  ends: AllEnds,
  number: E164,
): Promise<void> {
  const old = await ends.contacts.find(number);
  const before = old ? [old.name] : [];
  await Promise.all([
    fileContacts(ends, [{ number, name: null, before }]),
    ends.conversations.saveNames([{ contact: number, name: "", tags: [] }]),
  ]);
  await refreshCards(ends, number, { name: "" });
  await ends.contacts.remove(number);
}
