import type { Listener, Place, Spot } from "./desk_port.ts";
import type { E164 } from "./sms/e164.ts";
import type { Stage } from "./sms/status.ts";

/** A conversation that has its place, and which texts are known to be shown there. */
export interface Conversation extends Place {
  /** The latest inbound texts shown, oldest first. A hint that saves a look at the thread, which is the record. */
  shown: string[];
  /** The card that was taken away last: what left from there may not be settled yet. */
  former: Spot | null;
}

/** Where a line's new conversations begin. */
export interface Opening {
  line: E164;
  channel: string;
  /** Texts received before this moment (milliseconds) are not ours to show. */
  since: number;
}

export interface Conversations {
  /** What is known of line + contact, in one call: the conversation, and where a new one would begin. */
  find(
    line: E164,
    contact: E164,
  ): Promise<{
    conversation: Conversation | null;
    opening: Opening | null;
    /** Texts that were shown, also where the card has been taken away since. */
    before: string[];
  }>;
  /** Remembers a conversation's place, and what is shown there if that is known. */
  begin(place: Place, shown?: string[]): Promise<void>;
  /** Forgets where a conversation is, if this is its place; what was shown there stays remembered. */
  forget(place: Place): Promise<void>;
  /** Remembers which texts are shown, and leaves the rest as it is. */
  saveShown(conversation: Conversation): Promise<void>;
  saveOpening(opening: Opening): Promise<void>;
  openings(lines: E164[]): Promise<Opening[]>;
}

/** What a place in Slack stands for: a conversation's thread, a connected channel, or a thread that lost to another. */
export type PlaceRow =
  | { kind: "thread"; line: E164; contact: E164 }
  | { kind: "channel"; line: E164 }
  | { kind: "moved"; line: E164; contact: E164; to: Spot };

export interface Places {
  at(channel: string, threadTs?: string): Promise<PlaceRow | null>;
  /** Threads among the given spots, by `channel:ts`. */
  threadsAt(spots: Spot[]): Promise<Place[]>;
  saveThread(place: Place): Promise<void>;
  saveChannel(channel: string, line: E164): Promise<void>;
  /** Remembers that a thread's conversation is elsewhere. */
  saveMoved(from: Spot, to: Place): Promise<void>;
}

/** An outgoing text joined with the Slack messages that carry its marks. */
export interface Message {
  sid: string;
  place: Place;
  /** The message that was texted, and (for a `send` line) the line that was typed. */
  spots: Spot[];
  stage: Stage;
  /** When its leaving had taken the pin off the card (milliseconds); null when it did not. */
  answeredAt: number | null;
}

export interface Messages {
  find(sid: string): Promise<Message | null>;
  findAll(sids: string[]): Promise<Message[]>;
  save(message: Message): Promise<void>;
}

export interface Line {
  number: E164;
  /** Up to when (milliseconds) all that came and left is known to be settled. */
  settledUntil: number;
}

export interface Lines {
  all(): Promise<Line[]>;
  save(line: Line): Promise<void>;
}

export interface Settings {
  /** Countries (ISO 3166 two-letter codes) that may be texted. */
  countries: string[];
  /** The line that sends when none is named. */
  defaultLine: E164 | null;
  listeners: Listener[];
  /** Where the dashboard's and Retry's link triggers are, once known. */
  dashboardUrl: string | null;
  retryUrl: string | null;
}

export interface SettingsTable {
  read(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
}
