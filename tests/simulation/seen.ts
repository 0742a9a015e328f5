import type { SlackMessage } from "../support/surface.ts";
import type { Reminding } from "./business_hours.ts";
import type { Ledger } from "./ledger.ts";
import type { Outcome } from "./outcome.ts";
import type { Picture, Standing } from "./picture.ts";
import { kindOf, payloadOf } from "./seen_in_slack.ts";
import type { Standings } from "./standings.ts";
import type { Waits } from "./waits.ts";

/** How one run of a function ended, as Slack's log has it. */
export interface EndedRun {
  callback_id: string;
  inputs: Record<string, unknown>;
  state: string;
  error: string | null;
  started: number;
}

/** A line's month, as the app's table has it. */
export interface CountedMonth {
  month: string;
  line: string;
  /** Milliseconds. */
  until: number;
  sent: number[];
  received: number[];
}

/** An entry of the app's ledger of consent. */
export interface RecordedConsent {
  contact: string;
  at: number;
  what: "opted out" | "opted in";
}

/** How many texts the app has kept back of somebody on Do Not Disturb. */
export interface BlockedTexts {
  contact: string;
  /** Since when they are on the list (milliseconds). */
  at: number;
  count: number;
}

/** A conversation that has a place, as the app's table has it. */
export interface ConversationRow {
  line: string;
  contact: string;
  channel: string;
  /** Its card's. */
  ts: string;
  state: string;
  assignees: string[];
  /** When it comes back by itself (milliseconds); 0 if it is not put off. */
  backAt: number;
  isHidden: boolean;
}

/** All that an invariant looks at. */
export interface Seen {
  picture: Picture;
  /** The carrier's ids of the texts of whose leaving the app's table tells. */
  remembered: ReadonlySet<unknown>;
  ledger: Ledger;
  outcomes: Outcome[];
  runs: EndedRun[];
  /** Segments a month; null for no limit. */
  limit: number | null;
  /** What the app has counted of each line's months. */
  counted: CountedMonth[];
  conversations: ConversationRow[];
  /** How many channels the app looks after, direct ones too. */
  channels: number;
  standings: Standings;
  waits: Waits;
  /** After how long in business hours the team is reminded; null where it is not. */
  reminding: Reminding | null;
  consents: RecordedConsent[];
  blocked: BlockedTexts[];
  /** What the app's code threw at the platform. */
  unhandled: string[];
  /** Since when nothing goes wrong any more (milliseconds). */
  calmSince: number;
  /** When all this is looked at (milliseconds). */
  now: number;
}

/** What must hold: gives a sentence for each place where it does not. */
export type Invariant = (seen: Seen) => Generator<string>;

/** The app's own marks on a message. */
export function marksOn(message: SlackMessage, { bot }: Picture): string[] {
  return (message.reactions ?? [])
    .filter(({ users }) => users.includes(bot))
    .map(({ name }) => name);
}

/** Replies that explain what became of a message. */
export function noticesAbout(
  { channel, message }: Standing,
  { replies, others }: Picture,
): SlackMessage[] {
  return [...replies, ...others].filter((each) =>
    each.channel === channel && kindOf(each.message) === "clerk_notice" &&
    payloadOf(each.message, "about") === message.ts
  ).map((each) => each.message);
}

/** Whether a message says that its text failed, and why. */
export function isExplained(message: Standing, picture: Picture): boolean {
  return marksOn(message.message, picture).includes("x") &&
    noticesAbout(message, picture).length > 0;
}

/** Milliseconds of a Slack `ts`. */
export function momentOf(ts: string): number {
  return Math.floor(Number(ts) * 1000);
}
