import { countryAtHome } from "../lines/country_at_home.ts";
import type { AllEnds, Consent } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { parsePhoneNumber } from "../sms/phone_number.ts";

/** What is shown of the ledger of consent. */
export interface LedgerPage {
  /** Newest first, with the contact's name; empty for somebody who is not saved. */
  entries: (Consent & { name: string })[];
  /** How many there are, of the contact who is looked for or in all. */
  total: number;
  /** The number that is looked for, as it was typed; empty for everybody. */
  search: string;
  /** Why that cannot be looked for. */
  trouble: string | null;
}

/** How many entries are shown: their names take one look. */
const SHOWN = 20;

/** The latest entries of the ledger: of everybody, or of the number that was typed. */
export async function ledgerPage(
  ends: AllEnds,
  typed: string,
): Promise<LedgerPage> {
  const search = typed.trim();
  const read = search === ""
    ? null
    : parsePhoneNumber(search, await countryAtHome(ends));
  if (read && !read.ok) {
    return { entries: [], total: 0, search, trouble: read.why };
  }
  const found = read
    ? await ends.consents.of(read.number)
    : await ends.consents.all();
  const entries = await named(ends, found.reverse().slice(0, SHOWN));
  return { entries, total: found.length, search, trouble: null };
}

async function named(
  { conversations }: AllEnds,
  entries: Consent[],
): Promise<(Consent & { name: string })[]> {
  const contacts = [...new Set(entries.map(({ contact }) => contact))];
  const names = new Map<E164, string>();
  if (contacts.length > 0) {
    for (const { contact, name } of await conversations.standings(contacts)) {
      names.set(contact, name);
    }
  }
  return entries.map((each) => ({
    ...each,
    name: names.get(each.contact) ?? "",
  }));
}
