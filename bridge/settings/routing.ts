import { type Errors, errorsByField } from "../form_errors.ts";
import { checkAdmin, isAdmin } from "../lines/admins.ts";
import { connectAskedChannel } from "../lines/connect_channel.ts";
import type { Ends, Opening, Rules } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { type Route, writtenRoute } from "../sms/route.ts";
import { SETTLED } from "../timing.ts";

/** How many rules there may be: as many as one view shows. */
const MOST = 40;

/** How often a change is written again that others have written over. */
const TRIES = 3;

/** Where conversations begin, and how long they keep a channel of their own. */
export interface Routing extends Pick<Rules, "routes" | "idleDays"> {
  lines: Opening[];
  /** Whether the person who looks may change it. */
  mayChange: boolean;
}

/** A rule as it is typed, and what else the form holds. */
export interface TypedRouting {
  by: Route["by"];
  word: string;
  channel: string | null;
  idleDays: number;
}

/** The rules as they stand, for one person. */
export async function readRouting(
  ends: Ends,
  person: string,
): Promise<Routing> {
  const numbers = (await ends.lines.all()).map(({ number }) => number);
  const [{ routes, idleDays }, lines, mayChange] = await Promise.all([
    ends.conversations.rules(),
    ends.conversations.openings(numbers),
    isAdmin(ends, person),
  ]);
  return { routes, idleDays, lines, mayChange };
}

/** Adds the typed rule, if one is typed, and saves the days; or says by field what is wrong, and nothing is changed. */
export async function changeRouting(
  ends: Ends,
  { by, word, channel, idleDays }: TypedRouting,
  person: string,
): Promise<Errors | Routing> {
  return await errorsByField("word", TRY_AGAIN, async () => {
    await checkAdmin(ends, person);
    const typed = word.trim().replace(/\s+/gu, " ");
    if (!typed) {
      await ends.conversations.saveRules({ idleDays });
      return await readRouting(ends, person);
    }
    if (!channel) return { errors: { channel: "Choose a channel." } };
    const route = { by, word: typed, channel };
    await connectAskedChannel(ends, channel, person);
    const routes = await changeRoutes(ends, (routes) => {
      if (routes.some((each) => isSame(each, route))) return routes;
      const others = routes.filter((each) =>
        each.by !== by || each.word.toLowerCase() !== typed.toLowerCase()
      );
      if (others.length >= MOST) throw tooMany();
      return [...others, route];
    });
    await ends.conversations.saveRules({ idleDays });
    const routing = await readRouting(ends, person);
    return { ...routing, routes, idleDays };
  });
}

/** Takes a rule away. @param written the rule, as one line. @throws Refusal when they may not. */
export async function removeRoute(
  ends: Ends,
  written: string,
  person: string,
): Promise<Routing> {
  await checkAdmin(ends, person);
  const routes = await changeRoutes(ends, (routes) => {
    const others = routes.filter((each) => writtenRoute(each) !== written);
    return others.length < routes.length ? others : routes;
  });
  return { ...await readRouting(ends, person), routes };
}

/**
 * Changes the rules, and looks a moment later whether somebody else has written over that: both changes are to stand.
 * @param change gives back the very rules it was given where nothing is to be changed.
 */
async function changeRoutes(
  { clock, conversations }: Ends,
  change: (routes: Route[]) => Route[],
): Promise<Route[]> {
  for (let tries = 0;; tries++) {
    const { routes } = await conversations.rules();
    const next = change(routes);
    if (next === routes || tries === TRIES) return next;
    await conversations.saveRules({ routes: next });
    await clock.sleep(SETTLED);
  }
}

function isSame(one: Route, other: Route): boolean {
  return writtenRoute(one) === writtenRoute(other);
}

const TRY_AGAIN = "Slack is slow to answer. Please try again.";

const tooMany = () =>
  new Refusal(
    `There are ${MOST} rules already.`,
    "Remove one first.",
  );
