import type { AllEnds, Contact } from "../ports.ts";
import { contactsCsv } from "../sms/contacts_csv.ts";
import type { E164 } from "../sms/e164.ts";
import { exportErrand } from "./order_export.ts";

/** As many as one answer of Slack's can hold. */
const PAGE = 1000;

/** Sends somebody all contacts as a file that an import reads back as they were. */
export async function exportContacts(
  ends: AllEnds,
  person: string,
): Promise<{ exported: number }> {
  await ends.errands.callOff(exportErrand("contacts", person));
  const [contacts, optedOut] = await Promise.all([
    allContacts(ends),
    whoIsOut(ends),
  ]);
  contacts.sort((a, b) => a.name.localeCompare(b.name, "en"));
  const text = contactsCsv(
    contacts.map((each) => ({ ...each, optedOut: optedOut.has(each.number) })),
  );
  const count = contacts.length === 1
    ? "your one contact"
    : `your ${contacts.length} contacts`;
  await ends.files.send(
    person,
    `Here are ${count}, as you asked. The file holds personal data: keep it where only those see it who must.`,
    { name: "contacts.csv", text },
  );
  return { exported: contacts.length };
}

/** Every contact. This scans. */
export async function allContacts({ contacts }: AllEnds): Promise<Contact[]> {
  const found: Contact[] = [];
  let cursor: string | undefined;
  do {
    const page = await contacts.page(PAGE, cursor);
    found.push(...page.contacts);
    cursor = page.next ?? undefined;
  } while (cursor);
  return found;
}

async function whoIsOut({ consents }: AllEnds): Promise<Set<E164>> {
  const out = new Set<E164>();
  for (const { contact, what } of await consents.all()) {
    if (what === "opted out") out.add(contact);
    else out.delete(contact);
  }
  return out;
}
