import { VirtualClock } from "../support/virtual_clock.ts";
import { DrawnFates } from "./call_fate.ts";
import type { Reminding } from "./business_hours.ts";
import { Chance } from "./chance.ts";
import { Contacts, OWN_WORDS } from "./contacts.ts";
import { Deeds } from "./deeds.ts";
import { DirectLife } from "./direct_life.ts";
import { drawnDeliveries } from "./deliveries.ts";
import { type Fault, Faults } from "./faults.ts";
import { liveThroughHistory } from "./history.ts";
import { type Violation, violations } from "./invariants.ts";
import { emptyLedger } from "./ledger.ts";
import { Mishaps } from "./mishaps.ts";
import type { Fates } from "./mortal_host.ts";
import { probe } from "./probe.ts";
import { Stage } from "./stage.ts";
import { Team } from "./team.ts";
import { named, Trace } from "./trace.ts";
import { type Place, Whom } from "./whom.ts";

const MINUTE = 60_000;
const CATCH_UP_PERIOD = 60 * MINUTE;

/** How likely a team wants to be reminded of who waits, and how. */
const HAS_REMINDERS = 0.25;
const REMINDERS = [
  { after: 5, opens: 0, closes: 24 },
  { after: 20, opens: 0, closes: 24 },
  { after: 45, opens: 0, closes: 24 },
  { after: 30, opens: 9, closes: 17 },
] as const;

/** How likely people give conversations channels of their own, and do there whatever can be done. */
const HAS_DIRECT_LIFE = 0.25;

/** What came of one seed. */
export interface SeedReport {
  seed: number;
  violations: Violation[];
  faults: Partial<Record<Fault, number>>;
  /** Virtual milliseconds covered. */
  virtual: number;
  /** What happened, a line each; empty where nobody will read it. */
  trace: string[];
}

/**
 * Lives through the world of one seed: people do things for 10 to 30 minutes while what can go wrong goes wrong; then
 * nothing does any more, two catch-up periods pass, and everything must be as it should.
 * @param isTold whether what happened is told; the same seed can be told later.
 */
export async function runSeed(
  seed: number,
  isTold: "told" | "untold" = "told",
): Promise<SeedReport> {
  const clock = new VirtualClock();
  const start = clock.now();
  const trace = new Trace(clock, isTold === "told");
  const chance = new Chance(seed);
  // What came to be known later is drawn elsewhere: worlds without it are what they were.
  const more = new Chance(-seed);
  const faults = new Faults(chance);
  const now = () => clock.now();
  const calls = new DrawnFates(chance, faults, now);
  const limit = limitOf(seed);
  const reminding = remindingOf(seed);
  const stage = await Stage.open({
    seed,
    clock,
    trace,
    chance,
    calls,
    runs: drawnLives(chance, faults),
    deliveries: drawnDeliveries(chance, faults, now, trace),
    staleness: () => faults.strikes("stale_read") ? chance.between(1, 1000) : 0,
    limit,
    ...(reminding && { reminding }),
    lines: chance.between(1, 2),
    phones: chance.between(3, 5),
    delivered: chance.oneOf([1_200, 1_200, 4_000, 12_000, 40_000, 300_000]),
  });
  try {
    const { world, hands, workspace } = stage;
    const ledger = emptyLedger();
    const places = workspace.channels.map(({ id, name }): Place => {
      const line = workspace.lines.find((each) => each.channel_id === id);
      return { id, name, ...(line && { line: line.number }) };
    });
    const [place, ...other] = places;
    const [mate, ...mates] = workspace.people;
    if (!place || !mate) throw new Error("nobody is there");
    const contacts = new Contacts(hands, chance, trace, [
      ...workspace.phones.map(({ number }) => number),
    ]);
    if (chance.happens(0.2)) {
      for (const { number } of workspace.lines) {
        world.carrier.optOuts.setOwnWords(number, OWN_WORDS);
      }
      contacts.hasOwnWords = true;
    }
    const team = new Team(world, hands, chance, faults, ledger, trace, [
      mate,
      ...mates,
    ]);
    const whom = new Whom(team, contacts, [place, ...other]);
    const deeds = new Deeds(team, contacts, whom);
    const direct = new DirectLife(team.movedBy(more), contacts, [
      place,
      ...other,
    ]);
    const connected = places.flatMap(({ id, line }) => line ? [id] : []);
    const mishaps = new Mishaps(team, calls, connected);
    const pass = (ms: number) => clock.advance(ms);
    if (chance.happens(0.4)) {
      await liveThroughHistory(team, contacts, places, pass);
    }
    const span = chance.between(10, 30) * MINUTE;
    // Most days have a catch-up among their troubles.
    if (chance.happens(0.7)) {
      await pass(Math.max(0, untilCatchUp(now()) - chance.between(0, span)));
    }
    faults.begin();
    deeds.plan(span);
    if (limit !== null) deeds.planRush(span);
    mishaps.plan(span);
    if (more.happens(HAS_DIRECT_LIFE)) direct.plan(span);
    await clock.advance(span);
    faults.end(clock.now());
    trace.note("fault", `from now on, none; until now: ${faults.kinds}`);
    await mishaps.end();
    const calmSince = faults.last;
    await clock.advance(
      calmSince - clock.now() + 2 * CATCH_UP_PERIOD + 2 * MINUTE,
    );
    await stage.rest();
    const seen = await stage.look(ledger, calmSince);
    const found = violations(seen);
    if (found.length === 0) {
      await pass(CATCH_UP_PERIOD);
      trace.note("fault", "none; every conversation goes on");
      await probe(team, seen, contacts, pass);
      await stage.rest();
      found.push(...violations(await stage.look(ledger, calmSince)));
    }
    for (const mistake of [...deeds.mistakes, ...direct.mistakes]) {
      found.push({ invariant: "simulation", sentence: String(mistake) });
    }
    const { names } = stage;
    return {
      seed,
      violations: found.map(({ invariant, sentence }) => ({
        invariant,
        sentence: named(sentence, names),
      })),
      faults: faults.counts,
      virtual: clock.now() - start,
      trace: trace.lines(names),
    };
  } finally {
    await stage.close();
  }
}

/** Whether, and after how long, a team is reminded of who waits. */
function remindingOf(seed: number): Reminding | undefined {
  const chance = new Chance(seed + 2 ** 31);
  return chance.happens(HAS_REMINDERS) ? chance.oneOf(REMINDERS) : undefined;
}

/** Every fourth office has a plan with a limit, most of them one that is reached. */
function limitOf(seed: number): number | null {
  return seed % 4 === 0 ? new Chance(seed + 1).between(3, 25) : null;
}

/** Milliseconds until the next catch-up: five minutes past every hour. */
function untilCatchUp(now: number): number {
  const past = (now - 5 * MINUTE) % CATCH_UP_PERIOD;
  return CATCH_UP_PERIOD - past;
}

/** Lives and deaths drawn from the seed. */
function drawnLives(chance: Chance, faults: Faults): Fates {
  return {
    lifeOf: () => faults.strikes("killed") ? chance.magnitude(1, 30_000) : null,
    aftermathOf: (run) => {
      if (run.kind === "handler") {
        return chance.oneOf(["noticed", "unnoticed"]);
      }
      return chance.oneOf(
        [
          "noticed",
          "unnoticed",
          { again: chance.magnitude(10, 20_000) },
        ],
      );
    },
  };
}
