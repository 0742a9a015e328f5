import { fileContacts } from "./file_contacts.ts";
import type { Contact, ContactImport, Ends } from "./ports.ts";
import { recordConsent } from "./record_consent.ts";
import { refreshCards } from "./refresh_cards.ts";
import type { E164 } from "./sms/e164.ts";
import type { Outcome } from "./sms/import_report.ts";
import { bothNotes, type MergedContact } from "./sms/merge_contacts.ts";
import { cleanTags } from "./sms/written_contact.ts";

/** How many are read and written in one call. */
const BATCH = 25;

/** After this (milliseconds) no further batch is begun: opt-outs take longer than the rest. */
const SHIFT = 20_000;

/** A contact before and after. */
interface Change {
  old: Contact | null;
  contact: Contact;
}

/**
 * Takes contacts in as far as time allows, into those that are saved already: a name that is given replaces theirs, tags
 * and notes add up. Their own rows are written last, so that what a run that died has begun is done again.
 * @returns what became of each that was taken, in their order.
 */
export async function takeContacts(
  ends: Ends,
  merged: MergedContact[],
  { by, at }: Pick<ContactImport, "by" | "at">,
  tell: (done: number) => Promise<void>,
): Promise<string> {
  const until = ends.clock.now() + SHIFT;
  const changes: Change[] = [];
  let outcomes = "";
  for (let from = 0; from < merged.length; from += BATCH) {
    if (ends.clock.now() > until) break;
    const batch = merged.slice(from, from + BATCH);
    const saved = await ends.contacts.findAll(
      batch.map(({ number }) => number),
    );
    await recordOptOuts(ends, batch, { by, at });
    for (const each of batch) {
      const old = saved.find(({ number }) => number === each.number) ?? null;
      const contact = { ...together(old, each), by, updatedAt: at };
      const outcome = outcomeOf(old, contact);
      if (outcome !== "s") changes.push({ old, contact });
      outcomes += outcome;
    }
    await tell(outcomes.length);
  }
  await saveChanges(ends, changes);
  return outcomes;
}

async function saveChanges(ends: Ends, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  await fileContacts(
    ends,
    changes.map(({ old, contact: { number, name } }) => ({
      number,
      name,
      before: old ? [old.name] : [],
    })),
  );
  const renamed = changes.map(({ contact }) => contact);
  await ends.conversations.saveNames(
    renamed.map(({ number, name, tags }) => ({ contact: number, name, tags })),
  );
  const names = new Map(renamed.map(({ number, name }) => [number, name]));
  for (const contact of await placed(ends, [...names.keys()])) {
    await refreshCards(ends, contact, { name: names.get(contact) ?? "" });
  }
  await ends.contacts.saveAll(renamed);
}

async function placed(ends: Ends, contacts: E164[]): Promise<Set<E164>> {
  const lines = await ends.lines.all();
  return await ends.conversations.placed(
    lines.flatMap(({ number: line }) =>
      contacts.map((contact) => ({ line, contact }))
    ),
  );
}

async function recordOptOuts(
  ends: Ends,
  batch: MergedContact[],
  { by, at }: Pick<ContactImport, "by" | "at">,
): Promise<void> {
  const out = batch.filter(({ optedOut }) => optedOut)
    .map(({ number }) => number);
  if (out.length === 0) return;
  const name = (await ends.desk.names([by])).get(by) ?? null;
  for (const standing of await ends.conversations.standings(out)) {
    if (standing.optedOut) continue;
    await recordConsent(ends, {
      contact: standing.contact,
      line: null,
      what: "opted out",
      how: "the imported list said so",
      by: name,
      at,
    });
  }
}

function together(
  old: Contact | null,
  { number, name, tags, notes }: MergedContact,
) {
  return {
    number,
    name: name || old?.name || "",
    tags: cleanTags([...old?.tags ?? [], ...tags].join(",")),
    notes: bothNotes(old?.notes ?? "", notes),
  };
}

function outcomeOf(old: Contact | null, next: Contact): Outcome {
  if (!old) return "a";
  const isSame = old.name === next.name && old.notes === next.notes &&
    old.tags.join() === next.tags.join();
  return isSame ? "s" : "c";
}
