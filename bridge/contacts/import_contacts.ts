import { countryAtHome } from "../lines/country_at_home.ts";
import type { AllEnds, ContactImport } from "../ports.ts";
import { Outage, Refusal, type Skip, skip } from "../refusal.ts";
import { contactsInText, textInFile } from "../sms/contact_file.ts";
import {
  type ImportPlan,
  importReport,
  importSummary,
} from "../sms/import_report.ts";
import { mergeContacts } from "../sms/merge_contacts.ts";
import { shownText } from "../sms/shown_text.ts";
import { IMPORT_ERRAND } from "./resume_import.ts";
import { takeContacts } from "./take_contacts.ts";

/** How many contacts one import may bring. */
const MOST = 10_000;

/** Between the beginnings of two runs (milliseconds): a minute, in which rates are counted, and as long as a run takes. */
const PACE = 65_000;

/** How long a run holds others off (milliseconds): less than until the next. */
const HOLD = 55_000;

/** After which time (milliseconds) an import is given up: what hinders it does not pass by itself. */
const LONGEST = 12 * 60 * 60_000;

/** How far an import is. */
export interface ImportProgress {
  name: string;
  done: number;
  /** Null while it is being read. */
  total: number | null;
  /** What became of it, once it has ended, and lines that were refused. */
  end: { summary: string; refused: ImportPlan["refused"] } | null;
}

/** Shows in a modal how far an import is; the modal may be gone. */
type Show = (view: string, progress: ImportProgress) => Promise<void>;

/**
 * Takes the next contacts of the import that is under way. The next run is arranged before anything is done, so that
 * one that dies is followed all the same; what it did without saying so is done again, which changes nothing.
 */
export async function importContacts(
  ends: AllEnds,
  show: Show,
): Promise<Skip | { done: number }> {
  const { clock, contactImports, errands } = ends;
  const now = clock.now();
  const state = await contactImports.underWay();
  if (!state) return skip("no import is under way");
  if (state.busyUntil > now) return skip("another run is at it");
  if (now - state.at > LONGEST) {
    await close(ends);
    const words = "This import is given up: for hours Slack has not let me " +
      "finish it. Import the same again, and it goes on where it stopped.";
    const done = report(`${state.outcomes.length} contacts are done.\n`);
    await ends.files.send(state.by, words, done);
    return skip("it is given up");
  }
  await contactImports.save({ ...state, busyUntil: now + HOLD });
  await errands.callOff(IMPORT_ERRAND);
  await errands.arrange("import_contacts", IMPORT_ERRAND, now + PACE);
  try {
    return { done: await goOn(ends, state, show) };
  } catch (error) {
    // What is no outage would come again with every run.
    if (!(error instanceof Outage)) await close(ends);
    throw error;
  }
}

/** @returns how many contacts are done. */
async function goOn(
  ends: AllEnds,
  state: ContactImport,
  show: Show,
): Promise<number> {
  const name = state.file?.name ?? "what you pasted";
  const about = (words: string) =>
    `Contacts from ${shownText(name)}: ${shownText(words)}`;
  const before = state.outcomes.length;
  const tell = (
    done: number,
    total: number | null,
    end: ImportProgress["end"] = null,
  ) => show(state.view, { name, done, total, end });
  await tell(before, null);
  const plan = await read(ends, state);
  if ("refusal" in plan) {
    const { sentence } = plan.refusal;
    const nothing = report("Nothing was imported.\n");
    await ends.files.send(state.by, about(sentence), nothing);
    await close(ends);
    await tell(0, 0, { summary: sentence, refused: [] });
    return 0;
  }
  const { taken, refused } = plan;
  const outcomes = state.outcomes + await takeContacts(
    ends,
    taken.slice(before),
    state,
    (done) => tell(before + done, taken.length),
  );
  if (outcomes.length < taken.length) {
    await ends.contactImports.save({ ...state, outcomes, busyUntil: 0 });
    return outcomes.length;
  }
  const summary = importSummary(plan, outcomes);
  const lines = report(importReport(plan, outcomes));
  await ends.files.send(state.by, about(summary), lines);
  // Who sees that it has ended may begin another.
  await close(ends);
  await tell(taken.length, taken.length, { summary, refused });
  return outcomes.length;
}

async function read(
  ends: AllEnds,
  state: ContactImport,
): Promise<ImportPlan | { refusal: Refusal }> {
  try {
    const text = state.file
      ? textInFile(await ends.files.read(state.file.id))
      : state.pasted;
    const { contacts, refused } = contactsInText(text);
    const plan = mergeContacts(contacts, await countryAtHome(ends));
    if (plan.taken.length > MOST) throw tooMany(plan.taken.length);
    const all = [...refused, ...plan.refused].sort((a, b) => a.line - b.line);
    // The index files by the last digits: who come together are written together.
    const taken = [...plan.taken].sort((a, b) => ending(a) - ending(b));
    return { ...plan, taken, refused: all };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { refusal: error };
  }
}

function ending({ number }: { number: string }): number {
  return Number(number.slice(-2));
}

async function close({ contactImports, errands }: AllEnds): Promise<void> {
  await contactImports.end();
  await errands.callOff(IMPORT_ERRAND);
}

function report(text: string): { name: string; text: string } {
  return {
    name: "import_report.txt",
    text: text || "There was nothing in it.\n",
  };
}

function tooMany(count: number): Refusal {
  return new Refusal(
    `There are ${count} contacts in it; one import takes at most ${MOST}.`,
    "Split the file, and import its parts one after the other.",
  );
}
