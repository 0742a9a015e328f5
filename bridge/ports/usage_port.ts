import type { E164 } from "../sms/e164.ts";
import type { Month } from "../sms/month.ts";
import type { Spot } from "./thread_port.ts";

/** How much of the current month had been counted when catch-up last did: what came since is asked of the carrier. */
export interface Counted {
  month: Month;
  /** By which it was told what belongs to the month (IANA). */
  timeZone: string;
  /** Up to when (milliseconds): all records made before are in it, and none made later. */
  until: number;
  /** Segments, sent and received, of all lines. */
  segments: number;
  lines: E164[];
}

/** Where texts that are about to leave stand in line for what is left of the plan. */
export interface UsageThreadAt extends Spot {
  /** When it was agreed on (milliseconds). */
  since: number;
  /** Whether there was another one before, which a run may still know. */
  isRenewed: boolean;
}

/** What one line has sent and received in one month, by the carrier's record. */
export interface MonthOfLine {
  month: Month;
  line: E164;
  timeZone: string;
  /** Up to when (milliseconds) it is counted. */
  until: number;
  /** Segments by day of the month; the first of the month comes first. */
  sent: number[];
  received: number[];
  /** Who sent how many segments on which day, where it was a person. */
  people: { day: number; person: string; segments: number }[];
}

export interface UsageTable {
  /** The rows of these months and lines, as far as they exist. */
  find(months: Month[], lines: E164[]): Promise<MonthOfLine[]>;
  save(usage: MonthOfLine): Promise<void>;
}

/** A text that is about to leave. */
export interface Reservation {
  /** Tells one try of a text from all others. */
  id: string;
  line: E164;
  contact: E164;
  segments: number;
}

/** What stands in the usage thread. */
export interface Standings {
  /** Oldest first. */
  reservations: (Reservation & Spot)[];
  /** What has been said, oldest first. */
  notices: (Spot & { about: string })[];
}

/** The one thread in which texts that are about to leave stand in line. */
export interface UsageThread {
  /** Posts the message that a thread hangs on. @param former the thread it replaces. */
  open(channel: string, former: Spot | null): Promise<Spot>;
  /** Threads opened in place of the same one since a moment (milliseconds), earliest first. */
  rivals(channel: string, former: Spot | null, since: number): Promise<Spot[]>;
  /** Adds a text at the end of the line. @throws PlaceGone when the thread is gone. */
  reserve(thread: Spot, reservation: Reservation): Promise<Spot>;
  /** What stands there since a moment (milliseconds). */
  read(thread: Spot, since: number): Promise<Standings>;
  /** Says something there that the whole channel sees. @param about what it is, for who would say it again. */
  say(thread: Spot, sentence: string, about: string): Promise<Spot>;
}
