import * as z from "zod/mini";
import type { World } from "../../emulator/world.ts";
import type { LoggedText } from "./picture.ts";
import type { CountedMonth, Seen } from "./seen.ts";

/** For how long after it was counted a text may still be created: a run's life and the slowest of calls. */
const ON_ITS_WAY = 80_000;

const OFFICE_MONTH = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "America/Los_Angeles",
  year: "numeric",
  month: "2-digit",
});

const Row = z.object({
  month: z.string(),
  line: z.string(),
  until: z.number(),
  sent: z.array(z.number()),
  received: z.array(z.number()),
});

/** What the app has counted of each line's months. */
export function countedIn(world: World): CountedMonth[] {
  return world.slack.datastores.all("settings").flatMap((row) =>
    z.safeParse(Row, row).data ?? []
  );
}

/** No text left that passed the limit; what came while it was on its way is not its fault. */
export function* planKept({ limit, picture }: Seen) {
  if (limit === null) return;
  for (const [at, text] of picture.log.entries()) {
    if (text.inbound || text.isAutomatic) continue;
    const before = picture.log.slice(0, at).filter((each) =>
      isSent(each) || each.created < text.created - ON_ITS_WAY
    );
    const used = sum([...before, text]);
    if (used > limit) {
      yield `${used} segments of ${limit} with “${text.body}” to ${text.to}`;
    }
  }
}

/** What is counted is what the carrier has on its record. */
export function* usageCounted({ counted, picture }: Seen) {
  for (const { month, line, until, sent, received } of counted) {
    const texts = picture.log.filter(({ created }) =>
      Math.floor(created / 1000) * 1000 < until &&
      monthAt(created) === month
    );
    const left = sum(
      texts.filter((text) => !text.inbound && text.from === line),
    );
    const came = sum(texts.filter((text) => text.inbound && text.to === line));
    const found = [sent, received].map((days) =>
      days.reduce((a, b) => a + b, 0)
    );
    if (found[0] !== left || found[1] !== came) {
      yield `${line} sent ${left} and received ${came} in ${month}, but counted are ${found}`;
    }
  }
}

function isSent({ inbound, isAutomatic }: LoggedText): boolean {
  return !inbound && !isAutomatic;
}

function sum(texts: { segments: number }[]): number {
  return texts.reduce((total, { segments }) => total + segments, 0);
}

/** The month by the office's clocks. */
function monthAt(ms: number): string {
  return OFFICE_MONTH.format(ms);
}
