import { standingOf } from "../consent/do_not_disturb.ts";
import { type Errors, errorsByField } from "../form_errors.ts";
import { countryAtHome } from "../lines/country_at_home.ts";
import type { AllEnds, Contact, Standing } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { parsePhoneNumber } from "../sms/phone_number.ts";
import { cleanName, cleanNotes, cleanTags } from "../sms/written_contact.ts";
import { addContact, editContact } from "./save_contact.ts";

/** What stands in the form for a contact. */
export interface TypedContact {
  name: string;
  number: string;
  tags: string;
  notes: string;
}

/** A contact and how it stands with them. @throws Refusal when somebody has deleted them. */
export async function contactOf(
  ends: AllEnds,
  number: E164,
): Promise<{ contact: Contact; standing: Standing }> {
  const [contact, standing] = await Promise.all([
    ends.contacts.find(number),
    standingOf(ends, number),
  ]);
  if (contact) return { contact, standing };
  throw new Refusal(
    "This contact has been deleted meanwhile.",
    "Close this and look at the list again.",
  );
}

/** Saves what was typed; or says by field what is wrong, and then nothing is saved. @param was the number it had; null for a new one. */
export async function saveTyped(
  ends: AllEnds,
  typed: TypedContact,
  was: E164 | null,
  by: string,
): Promise<Errors | { saved: Contact }> {
  const slow = "Slack is slow to answer. Please press Save again.";
  return await errorsByField("number", slow, async () => {
    const read = parsePhoneNumber(typed.number, await countryAtHome(ends));
    const name = cleanName(typed.name);
    const errors = {
      ...(read.ok ? {} : { number: read.why }),
      ...(name ? {} : { name: "Write a name, so that you find them again." }),
    };
    if (!read.ok || !name) return { errors };
    const contact = {
      number: read.number,
      name,
      tags: cleanTags(typed.tags),
      notes: cleanNotes(typed.notes),
      by,
    };
    const saved = was
      ? await editContact(ends, contact, was)
      : await addContact(ends, contact);
    return { saved };
  });
}
