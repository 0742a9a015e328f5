import type { Chance } from "./chance.ts";

/** What can go wrong with one API call, either side's. */
export const CALL_FAULTS = [
  "slow",
  "refused",
  "answer_lost",
  "rate_limited",
  "server_error_before",
  "server_error_after",
  "token_revoked",
  "malformed",
  "killed_before_call",
  "killed_after_call",
] as const;

/** What can go wrong with what Slack starts by itself, with a run, and with what it reads. */
export const SLACK_FAULTS = [
  "killed",
  "run_twice",
  "event_twice",
  "event_lost",
  "event_late",
  "ring_lost",
  "ring_late",
  "schedule_late",
  "stale_read",
] as const;

/** What people do that gets in the app's way, and what befalls a whole end. */
export const MISHAPS = [
  "slack_down",
  "carrier_down",
  "relay_down",
  "channel_archived",
  "bot_removed",
  "pins_full",
  "message_deleted",
  "card_deleted",
  "marked_by_people",
] as const;

export type CallFault = typeof CALL_FAULTS[number];
export type SlackFault = typeof SLACK_FAULTS[number];
export type Mishap = typeof MISHAPS[number];
export type Fault = CallFault | SlackFault | Mishap;

/** Every kind of fault there is. */
export const FAULTS = [...CALL_FAULTS, ...SLACK_FAULTS, ...MISHAPS] as const;

/** How likely a kind of fault is, each time it could happen, where a seed has it at all. */
const LIKELIHOOD: Record<Fault, [least: number, most: number]> = {
  slow: [0.01, 0.1],
  refused: [0.005, 0.06],
  answer_lost: [0.005, 0.06],
  rate_limited: [0.01, 0.12],
  server_error_before: [0.005, 0.06],
  server_error_after: [0.005, 0.06],
  token_revoked: [0.005, 0.05],
  malformed: [0.005, 0.05],
  killed_before_call: [0.003, 0.03],
  killed_after_call: [0.003, 0.03],
  killed: [0.02, 0.25],
  run_twice: [0.05, 0.5],
  event_twice: [0.05, 0.6],
  event_lost: [0.05, 0.5],
  event_late: [0.05, 0.5],
  ring_lost: [0.05, 0.6],
  ring_late: [0.05, 0.5],
  schedule_late: [0.3, 1],
  stale_read: [0.1, 0.8],
  slack_down: [1, 1],
  carrier_down: [1, 1],
  relay_down: [1, 1],
  channel_archived: [1, 1],
  bot_removed: [1, 1],
  pins_full: [1, 1],
  message_deleted: [0.1, 0.4],
  card_deleted: [0.05, 0.4],
  marked_by_people: [0.1, 0.5],
};

/** Which faults a seed has and how often, and what came of it. They end at a moment of virtual time, for good. */
export class Faults {
  readonly #likelihood = new Map<Fault, number>();
  /** How often each kind has struck. */
  readonly counts: Partial<Record<Fault, number>> = {};
  /** Virtual milliseconds when the last one that struck was over. */
  last = 0;
  #isOn = false;

  constructor(private readonly chance: Chance) {
    for (const kind of chosenKinds(chance)) {
      const [least, most] = LIKELIHOOD[kind];
      this.#likelihood.set(kind, least + (most - least) * draw(chance));
    }
  }

  /** The kinds that this seed has. */
  get kinds(): Fault[] {
    return [...this.#likelihood.keys()];
  }

  /** Whether a fault of this kind strikes here and now; it is counted then. */
  strikes(kind: Fault): boolean {
    const likelihood = this.#likelihood.get(kind);
    if (!this.#isOn || likelihood === undefined) return false;
    if (!this.chance.happens(likelihood)) return false;
    this.counts[kind] = (this.counts[kind] ?? 0) + 1;
    return true;
  }

  /** Notes until when (virtual milliseconds) something that struck goes on. */
  lastsUntil(moment: number): void {
    this.last = Math.max(this.last, moment);
  }

  /** From now on they strike. */
  begin(): void {
    this.#isOn = true;
  }

  /** From now on nothing strikes any more. */
  end(now: number): void {
    this.#isOn = false;
    this.lastsUntil(now);
  }
}

function draw(chance: Chance): number {
  return chance.between(0, 1000) / 1000;
}

/** Some seeds have no fault, many one kind alone, the others several up to all of them. */
function chosenKinds(chance: Chance): Fault[] {
  const style = chance.between(1, 20);
  if (style === 1) return [];
  if (style <= 8) return [chance.oneOf(FAULTS)];
  if (style <= 18) return chance.someOf(FAULTS, draw(chance) * 0.5);
  return [...FAULTS];
}
