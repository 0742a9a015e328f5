import type { AllEnds } from "../ports.ts";
import { consentsCsv } from "../sms/consents_csv.ts";
import { allContacts } from "./export_contacts.ts";
import { exportErrand } from "./order_export.ts";

/** Sends somebody the whole ledger of consent as a file. */
export async function exportConsent(
  ends: AllEnds,
  person: string,
): Promise<{ exported: number }> {
  await ends.errands.callOff(exportErrand("consent", person));
  const [contacts, all] = await Promise.all([
    allContacts(ends),
    ends.consents.all(),
  ]);
  const names = new Map(contacts.map(({ number, name }) => [number, name]));
  const entries = all.map((each) => ({
    ...each,
    name: names.get(each.contact) ?? "",
  }));
  await ends.files.send(
    person,
    "Here is the record of who opted out and in, as you asked. It holds personal data: keep it where only those see it " +
      "who must.",
    { name: "consent.csv", text: consentsCsv(entries) },
  );
  return { exported: entries.length };
}
