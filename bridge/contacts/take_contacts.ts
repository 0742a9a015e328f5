import { recordConsent } from "../consent/record_consent.ts";
import { refreshCards } from "../places/refresh_cards.ts";
import type { AllEnds, Contact, ContactImport } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import type { Outcome } from "../sms/import_report.ts";
import { bothNotes, type MergedContact } from "../sms/merge_contacts.ts";
import { cleanTags } from "../sms/written_contact.ts";
import { fileContacts } from "./file_contacts.ts";

/** How many are read and written in one call. */
const BATCH = 25;

/** After this (milliseconds) no further batch is begun. */
const SHIFT = 20_000;

/**
 * What a run may spend, and what each thing costs, so that Slack's rates leave room for the texts that come and go: bulk
 * calls for the contacts, two writes of one row for an opt-out, an edit of a message for a card.
 */
const STRENGTH = 300;
const COST = { contact: 1, optOut: 4, card: 15 };

/** A contact before and after. */
interface Change {
  old: Contact | null;
  contact: Contact;
  cards: number;
}

/** How it stands with a contact who is to be taken. */
interface Found {
  old: Contact | null;
  optsOut: boolean;
  /** How many cards say their name. */
  cards: number;
}

/**
 * Takes contacts in as far as time and Slack's rates allow, into those that are saved already: a name that is given
 * replaces theirs, tags and notes add up. Their own rows are written last, so that what a run that died has begun is
 * done again.
 * @returns what became of each that was taken, in their order.
 */
export async function takeContacts(
  ends: AllEnds,
  merged: MergedContact[],
  { by, at }: Pick<ContactImport, "by" | "at">,
  tell: (done: number) => Promise<void>,
): Promise<string> {
  const until = ends.clock.now() + SHIFT;
  const lines = (await ends.lines.all()).map(({ number }) => number);
  const author = merged.some(({ optedOut }) => optedOut)
    ? (await ends.desk.names([by])).get(by) ?? null
    : null;
  const changes: Change[] = [];
  let outcomes = "";
  let spent = 0;
  while (outcomes.length < merged.length) {
    if (ends.clock.now() > until || spent >= STRENGTH) break;
    const batch = merged.slice(outcomes.length, outcomes.length + BATCH);
    const found = await look(ends, lines, batch);
    for (const each of batch) {
      if (spent >= STRENGTH) break;
      const { old, optsOut, cards } = found(each);
      const contact = { ...together(old, each), by, updatedAt: at };
      const outcome = outcomeOf(old, contact);
      const isRenamed = contact.name !== (old?.name ?? "");
      if (optsOut) await optOut(ends, contact, author, cards > 0);
      if (outcome !== "s") {
        changes.push({ old, contact, cards: isRenamed ? cards : 0 });
      }
      outcomes += outcome;
      spent += COST.contact +
        (optsOut ? COST.optOut : 0) +
        (optsOut || isRenamed ? COST.card * cards : 0);
    }
    await tell(outcomes.length);
  }
  await saveChanges(ends, changes);
  return outcomes;
}

async function look(
  ends: AllEnds,
  lines: E164[],
  batch: MergedContact[],
): Promise<(contact: MergedContact) => Found> {
  const numbers = batch.map(({ number }) => number);
  const toGo = batch.filter(({ optedOut }) => optedOut)
    .map(({ number }) => number);
  const [saved, standings, places] = await Promise.all([
    ends.contacts.findAll(numbers),
    toGo.length > 0 ? ends.conversations.standings(toGo) : [],
    ends.conversations.placesOf(
      lines.flatMap((line) => numbers.map((contact) => ({ line, contact }))),
    ),
  ]);
  return ({ number }) => ({
    old: saved.find((each) => each.number === number) ?? null,
    optsOut: standings.some(({ contact, optedOut }) =>
      contact === number && !optedOut
    ),
    cards: places.filter(({ contact }) => contact === number).length,
  });
}

async function saveChanges(ends: AllEnds, changes: Change[]): Promise<void> {
  if (changes.length === 0) return;
  await fileContacts(
    ends,
    changes.map(({ old, contact: { number, name } }) => ({
      number,
      name,
      before: old ? [old.name] : [],
    })),
  );
  await ends.conversations.saveNames(
    changes.map(({ contact: { number, name, tags } }) => ({
      contact: number,
      name,
      tags,
    })),
  );
  for (const { contact: { number, name }, cards } of changes) {
    if (cards > 0) await refreshCards(ends, number, { name });
  }
  await ends.contacts.saveAll(changes.map(({ contact }) => contact));
}

async function optOut(
  ends: AllEnds,
  { number: contact, updatedAt: at }: Contact,
  by: string | null,
  hasCard: boolean,
): Promise<void> {
  await recordConsent(ends, {
    contact,
    line: null,
    what: "opted out",
    how: "the imported list said so",
    by,
    at,
  }, hasCard);
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
