import { VirtualClock } from "../support/virtual_clock.ts";
import { Chance } from "./chance.ts";
import { Contacts } from "./contacts.ts";
import { Faults } from "./faults.ts";
import { type Violation, violations } from "./invariants.ts";
import type { Journey } from "./journeys.ts";
import { emptyLedger } from "./ledger.ts";
import type { Death, OneDeath } from "./one_death.ts";
import { Stage } from "./stage.ts";
import { Team } from "./team.ts";
import { named, Trace } from "./trace.ts";

/** Two catch-up periods, and two minutes. */
const REST = 122 * 60_000;

/** What came of a journey in which somebody died. */
export interface JourneyReport {
  journey: string;
  death?: Death;
  violations: Violation[];
  /** What happened, a line each; empty when all was well. */
  trace: string[];
}

/** Lives through one journey with the given fates, lets catch-up run, and looks whether all is well. */
export async function runJourney(
  name: string,
  journey: Journey,
  fates: OneDeath,
  death?: Death,
): Promise<JourneyReport> {
  const clock = new VirtualClock();
  const trace = new Trace(clock);
  const chance = new Chance(1);
  let isLost = false;
  const stage = await Stage.open({
    seed: 1,
    clock,
    trace,
    chance,
    calls: fates,
    runs: fates,
    deliveries: (kind) =>
      isLost && (kind === "event" || kind === "webhook") ? [] : [30],
    lines: 1,
    phones: 3,
    delivered: journey.delivered,
  });
  try {
    const { world, hands, workspace } = stage;
    const ledger = emptyLedger();
    const numbers = workspace.phones.map(({ number }) => number);
    const [mate] = workspace.people;
    const [line] = workspace.lines;
    if (!mate || !line) throw new Error("nobody is there");
    const scene = {
      stage,
      contacts: new Contacts(hands, chance, trace, numbers),
      team: new Team(
        world,
        hands,
        chance,
        new Faults(chance),
        ledger,
        trace,
        [mate],
      ),
      place: { id: line.channel_id, name: "texts", line: line.number },
      line: line.number,
      maya: numbers[0] ?? "",
      lose: (lost: boolean) => {
        isLost = lost;
      },
      pass: (ms: number) => clock.advance(ms),
    };
    await journey.before?.(scene);
    fates.arm();
    await journey.act(scene);
    fates.disarm();
    const calmSince = clock.now();
    await clock.advance(REST);
    await stage.rest();
    const seen = await stage.look(ledger, calmSince);
    const { names } = stage;
    const found = violations(seen);
    return {
      journey: name,
      ...(death && { death }),
      violations: found.map(({ invariant, sentence }) => ({
        invariant,
        sentence: named(sentence, names),
      })),
      trace: found.length > 0 ? trace.lines(names) : [],
    };
  } finally {
    await stage.close();
  }
}
