import type { AllEnds, Contact } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { findContacts } from "./find_contacts.ts";

/** Contacts on one page of the list. */
const PAGE = 25;

/** Which part of the contacts is looked at. */
export interface Look {
  /** What was searched for; empty for browsing. */
  search: string;
  /** Where a page begins; null for the first. */
  cursor: string | null;
}

export interface ListedContact extends Contact {
  optedOut: boolean;
  doNotDisturb: boolean;
}

export interface ContactPage {
  look: Look;
  contacts: ListedContact[];
  /** Where the next page begins. */
  next: string | null;
  /** Whether more were found than are shown. */
  isCut: boolean;
}

/** What has just been done, which the tables may not tell yet. */
export interface News {
  saved?: Contact;
  removed?: E164;
  /** How it stands with somebody from now on. */
  stands?: { number: E164; optedOut?: boolean; doNotDisturb?: boolean };
}

/** A page of the contacts, by name: those that were searched for, or some of all. It costs the same however many there are. */
export async function listContacts(
  ends: AllEnds,
  look: Look,
  news: News = {},
): Promise<ContactPage> {
  const { contacts, next, isCut } = look.search.trim()
    ? await searched(ends, look.search)
    : await browsed(ends, look.cursor);
  const { saved, removed, stands } = news;
  const others = contacts.filter(({ number }) =>
    number !== removed && number !== saved?.number
  );
  const all = saved ? [...others, saved] : others;
  const standings = await ends.conversations.standings(
    all.map(({ number }) => number),
  );
  const listed = all.map((contact, at) => ({
    ...contact,
    optedOut: standings[at]?.optedOut ?? false,
    doNotDisturb: standings[at]?.doNotDisturb != null,
    ...(stands?.number === contact.number && stands),
  }));
  return { look, contacts: listed.sort(byName), next, isCut };
}

async function browsed({ contacts }: AllEnds, cursor: string | null) {
  return { ...await contacts.page(PAGE, cursor ?? undefined), isCut: false };
}

async function searched(ends: AllEnds, search: string) {
  const found = await findContacts(ends, search, PAGE + 1);
  const numbers = found.slice(0, PAGE).map(({ number }) => number);
  return {
    contacts: await ends.contacts.findAll(numbers),
    next: null,
    isCut: found.length > PAGE,
  };
}

function byName(one: Contact, other: Contact): number {
  return one.name.localeCompare(other.name, "en") ||
    one.number.localeCompare(other.number);
}
