import { findContacts } from "../contacts/find_contacts.ts";
import { editContact } from "../contacts/save_contact.ts";
import type { AllEnds, Contact } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { searchWords } from "../sms/search_key.ts";
import { cleanName, cleanNotes, cleanTags } from "../sms/written_contact.ts";
import { digitsOf } from "../sms/written_number.ts";
import { lineNamed, numberNamed } from "./named_line.ts";

/** What the Save Contact step is given. */
export interface ContactInputs {
  number: string;
  name?: string;
  /** With commas between them. */
  tags?: string;
  notes?: string;
}

/**
 * Saves a contact for a workflow: adds them, or changes who is saved under the number. What is empty stays as it is.
 * @throws Refusal when the number cannot be read, or a new contact has no name.
 */
export async function saveForStep(
  ends: AllEnds,
  { number: written, name, tags, notes }: ContactInputs,
): Promise<E164> {
  const { country } = await lineNamed(ends, undefined);
  const number = numberNamed(written, country);
  const old = await ends.contacts.find(number);
  const called = cleanName(name ?? "") || old?.name;
  if (!called) {
    throw new Refusal(
      `${formatForPeople(number)} is not saved yet, and no name was given.`,
      "Give a name to save them under.",
    );
  }
  await editContact(ends, {
    number,
    name: called,
    tags: tags ? cleanTags(tags) : old?.tags ?? [],
    notes: notes ? cleanNotes(notes) : old?.notes ?? "",
    by: old?.by ?? "",
  }, number);
  return number;
}

/** What the Find Contact step tells. */
export interface FoundContact {
  found: boolean;
  reason?: string;
  name?: string;
  number?: string;
  tags?: string;
  notes?: string;
  opted_out?: boolean;
  do_not_disturb?: boolean;
  link?: string;
}

/**
 * Finds one contact by number or name, with how it stands with them. Of a number that nobody has saved it tells that
 * too, as not found.
 * @throws Refusal when a name fits nobody, or several.
 */
export async function findForStep(
  ends: AllEnds,
  wanted: string,
  written: string | undefined,
): Promise<FoundContact> {
  const { line, country } = await lineNamed(ends, written);
  const number = digitsOf(wanted) === undefined
    ? await numberOf(ends, wanted)
    : numberNamed(wanted, country);
  const [contact, { standing, conversation }] = await Promise.all([
    ends.contacts.find(number),
    ends.conversations.find(line, number),
  ]);
  return {
    ...saved(contact, number),
    number,
    opted_out: standing.optedOut,
    do_not_disturb: standing.doNotDisturb !== null,
    ...(conversation && { link: await ends.desk.permalink(conversation) }),
  };
}

function saved(contact: Contact | null, number: E164): FoundContact {
  if (!contact) {
    return {
      found: false,
      reason: `${formatForPeople(number)} is not saved as a contact.`,
    };
  }
  const { name, tags, notes } = contact;
  return { found: true, name, tags: tags.join(", "), notes };
}

async function numberOf(ends: AllEnds, name: string): Promise<E164> {
  const found = await findContacts(ends, name);
  const words = searchWords(name).join(" ");
  const same = found.filter((each) =>
    searchWords(each.name).join(" ") === words
  );
  const [one, ...others] = same.length > 0 ? same : found;
  if (!one) {
    throw new Refusal(
      `There is no contact called “${cleanName(name)}”.`,
      "Use the phone number, or the name as it is saved.",
    );
  }
  if (others.length === 0) return one.number;
  throw new Refusal(
    `“${cleanName(name)}” fits ${others.length + 1} contacts.`,
    "Use the phone number.",
  );
}
