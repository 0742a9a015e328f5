import type { JournalEntry } from "../../emulator/journal.ts";
import { openImport } from "../support/address_book.ts";
import { peopleMadeUp } from "../support/people_made_up.ts";
import { openScene } from "../support/open_scene.ts";
import { tellStory } from "../support/story.ts";

/** What an import did, and what it cost. */
export interface ImportFigures {
  lines: number;
  /** How many lines the report names, by what became of them. */
  report: Record<string, number>;
  runs: number;
  /** Virtual seconds: all of it, and its longest run, which Slack would end at 60. */
  seconds: number;
  longest: number;
  /** Every number of done contacts that the modal showed. */
  shown: number[];
  /** Calls by method, the most frequent first, and the most of each in any minute. */
  calls: Record<string, number>;
  busiest: Record<string, number>;
  /** How many calls Slack refused. */
  refused: number;
  /** Real milliseconds a line, those of the emulator among them. */
  msPerLine: number;
}

const SECOND = 1000;
const MINUTE = 60 * SECOND;

/** Imports a file of so many lines, as a teammate would, in virtual time with Slack's limits. */
export async function importFigures(lines: number): Promise<ImportFigures> {
  return await tellStory(await openScene(), async ({ scene, dana, texts }) => {
    const file = await dana.dropFile("people.csv", fileOf(lines));
    const form = await openImport(dana, texts);
    const { journal } = scene.world;
    const before = journal.since(0).length;
    const begun = scene.clock.now();
    const really = performance.now();
    await form.submit({ file: [file] });
    const shown = new Set<number>();
    for (let words = ""; !/\d+ added/.test(words);) {
      await scene.pass(SECOND);
      words = JSON.stringify((await dana.views()).at(-1)?.blocks);
      const [, done] = /(\d+) of \d+ contacts/.exec(words) ?? [];
      if (done) shown.add(Number(done));
    }
    const msPerLine = (performance.now() - really) / lines;
    const seconds = (scene.clock.now() - begun) / SECOND;
    const calls = journal.since(before)
      .filter(({ caller }) => caller.startsWith("import_contacts "));
    const runs = Map.groupBy(calls, ({ caller }) => caller);
    return {
      lines,
      report: outcomesIn(await dana.expectFile("import_report.txt")),
      runs: runs.size,
      seconds,
      longest: Math.max(...[...runs.values()].map(lengthOf)),
      shown: [...shown],
      calls: countsOf(calls, (each) => each.length),
      busiest: countsOf(calls, mostInAMinute),
      refused: calls.filter(({ outcome }) => outcome !== "ok").length,
      msPerLine,
    };
  });
}

/** A file as people have them: some lines have no number, some one that another has too, and a few want no texts. */
function fileOf(lines: number): string {
  const rows = peopleMadeUp(lines).map(({ name, number }, at, all) => {
    if (at % 50 === 49) return `${name},,,`;
    if (at % 40 === 39) return `${name},${all[at - 1]?.number},twice,`;
    return `${name},${number},${at % 7 === 0 ? "vip" : ""},${
      at % 500 === 0 ? "yes" : ""
    }`;
  });
  return ["Name,Phone,Tags,Opted out", ...rows].join("\n");
}

function outcomesIn(report: string): Record<string, number> {
  const lines = report.trimEnd().split("\n");
  const kinds = Map.groupBy(
    lines,
    (line) => /^Line \d+: ([a-z]+)/.exec(line)?.[1] ?? "unreadable",
  );
  return Object.fromEntries([...kinds].map(([kind, them]) => [
    kind,
    them.length,
  ]));
}

function lengthOf(calls: JournalEntry[]): number {
  const end = Math.max(...calls.map((each) => each.end ?? 0));
  return (end - (calls[0]?.start ?? end)) / SECOND;
}

function countsOf(
  calls: JournalEntry[],
  count: (calls: JournalEntry[]) => number,
): Record<string, number> {
  const methods = Map.groupBy(calls, ({ method }) => method);
  return Object.fromEntries(
    [...methods].map(([method, them]): [string, number] => [
      method,
      count(them),
    ])
      .sort(([, one], [, other]) => other - one),
  );
}

function mostInAMinute(calls: JournalEntry[]): number {
  let from = 0;
  return calls.reduce((most, { start }, at) => {
    while ((calls[from]?.start ?? start) <= start - MINUTE) from++;
    return Math.max(most, at - from + 1);
  }, 0);
}
