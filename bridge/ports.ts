import type { E164 } from "./sms/e164.ts";
import type { Refusal } from "./refusal.ts";
import type { Stage } from "./sms/status.ts";

/** The world's clock. Milliseconds since the Unix epoch. */
export interface Clock {
  now(): number;
  sleep(ms: number): Promise<void>;
}

/** One text as the carrier's own record has it. */
export interface CarrierText {
  sid: string;
  inbound: boolean;
  from: string;
  to: string;
  body: string;
  stage: Stage;
  /** The carrier's error code of a failed text, else null. */
  errorCode: number | null;
  /** When the carrier made the record: milliseconds, whole seconds only. */
  createdAt: number;
}

/** A text that is to leave. */
export interface Departure {
  line: E164;
  contact: E164;
  body: string;
  /** Until when (milliseconds) the sender looks after the text itself: no bell is wanted before. */
  watchedUntil: number;
}

/** The carrier's end. */
export interface Carrier {
  /**
   * Hands one text over.
   * @throws Refusal when the carrier said no; UnknownFate when no answer came and the text may have left.
   */
  send(departure: Departure): Promise<CarrierText>;
  /** The record of one text, or null when the carrier has none. */
  text(sid: string): Promise<CarrierText | null>;
  /** What a contact sent to a line, oldest first: the latest 20, in the carrier's order. */
  textsFrom(contact: E164, line: E164): Promise<CarrierText[]>;
  /** All that came to a line since a moment, oldest first. */
  receivedSince(line: E164, since: number): Promise<CarrierText[]>;
  /** All that left from a line since a moment (to one contact, if given), oldest first. */
  sentSince(line: E164, since: number, contact?: E164): Promise<CarrierText[]>;
  /** Whether a number is one of the account's own. */
  owns(number: E164): Promise<boolean>;
  /** Why a text failed, for people. */
  explain(errorCode: number | null): Refusal;
}

/** One message in Slack. */
export interface Spot {
  channel: string;
  ts: string;
}

/** A conversation's place: the thread under its card. */
export interface Place extends Spot {
  line: E164;
  contact: E164;
}

/** How the app marks a message; the names are Slack's emoji names. */
export type Mark = string;

/** What stands in a conversation's thread, as far as the app cares. */
export interface ThreadMessage extends Spot {
  /** The person who wrote it; null for the app's own. */
  author: string | null;
  /** The carrier's id of the inbound text it shows. */
  sid: string | null;
  /** Whether it says that it stands late. */
  late: boolean;
  /** The request that an outgoing copy was posted for. */
  request: string | null;
  /** The message that a notice is about. */
  about: string | null;
  /** What was written: mark-up as Slack has it for a person's, the text itself for the app's own copy. */
  text: string;
  /** The app's own marks on it. */
  marks: Mark[];
}

/** A thread as it stands. */
export interface Thread {
  pinned: boolean;
  /** Replies, oldest first, without the card. */
  messages: ThreadMessage[];
}

/** Who began a conversation: a contact, a teammate (their id), or a workflow. */
export type Beginner = { contact: true } | { teammate: string } | {
  workflow: true;
};

/** A pinned message. */
export interface Pinned {
  spot: Spot;
  /** When it was pinned (milliseconds). */
  since: number;
  link: string;
}

/** Slack's end. */
export interface Desk {
  /** Posts a conversation's card. */
  postCard(
    channel: string,
    conversation: { line: E164; contact: E164; beginner: Beginner },
  ): Promise<Spot>;
  /** Cards of one conversation in a channel since a moment (milliseconds), earliest first. */
  cardsSince(
    channel: string,
    conversation: { line: E164; contact: E164 },
    since: number,
  ): Promise<Spot[]>;
  /** What stands in a channel since a moment (milliseconds), oldest first: cards, and what people posted. */
  channelSince(
    channel: string,
    since: number,
  ): Promise<{
    cards: { spot: Spot; conversation: string }[];
    posts: ThreadMessage[];
  }>;
  /** Shows a received text in its thread; `late` says so with the time it arrived. */
  showText(place: Place, text: CarrierText, late: boolean): Promise<Spot>;
  /** Adds to a shown text that it stands late, and when it arrived. */
  sayLate(spot: Spot, text: CarrierText): Promise<void>;
  /** Shows in the thread a text that is about to leave, for a form or a `send` line. */
  showDeparture(
    place: Place,
    departure: { body: string; by: string | null; request: string },
  ): Promise<Spot>;
  /** The thread since a moment (milliseconds), or all of its latest part. */
  thread(place: Spot, since?: number): Promise<Thread>;
  /** One reply of a thread, or null when it is gone. */
  message(
    channel: string,
    threadTs: string,
    ts: string,
  ): Promise<ThreadMessage | null>;
  /** The app's own marks on a message; null when the message is gone. */
  marksOn(spot: Spot): Promise<Mark[] | null>;
  /** Adds a mark, so that it stands there afterwards. */
  mark(spot: Spot, mark: Mark): Promise<"added" | "already" | "gone">;
  /**
   * Adds a mark that only one run can be the one to add: Slack's one atomic test-and-set. `unknown` when no answer
   * came: then it may be ours, and nobody may act on it.
   */
  claim(spot: Spot, mark: Mark): Promise<"won" | "lost" | "gone" | "unknown">;
  unmark(spot: Spot, mark: Mark): Promise<void>;
  pin(spot: Spot): Promise<"added" | "already" | "full" | "gone">;
  unpin(spot: Spot): Promise<void>;
  remove(spot: Spot): Promise<void>;
  /** Explains in the thread why the text of `about` failed, with a Retry button when `retryUrl` is given. */
  explainFailure(
    place: Place,
    about: Spot,
    refusal: Refusal,
    retryUrl?: string,
  ): Promise<void>;
  /** Tells one person something only they see. */
  tell(
    where: { channel: string; threadTs?: string },
    person: string,
    sentence: string,
    button?: { text: string; url: string },
  ): Promise<void>;
  /** A link that opens a message. */
  permalink(spot: Spot): Promise<string>;
  /** Names of people, for mentions. */
  names(people: string[]): Promise<Map<string, string>>;
  /** Pinned messages of a channel with the time of pinning (milliseconds), oldest first. */
  pinned(channel: string): Promise<Pinned[]>;
  /** Joins a channel and listens to it. @throws Refusal when Slack does not let us. */
  listen(channel: string, listeners: Listener[]): Promise<Listener[]>;
  /** Addresses of the deploy-time link triggers, by the workflow they start. */
  shortcutUrls(): Promise<Map<string, string>>;
}

/** A run-time event trigger and the channels it covers. */
export interface Listener {
  trigger_id: string;
  channels: string[];
}

/** A conversation that has its place, and which texts are known to be shown there. */
export interface Conversation extends Place {
  /** The latest inbound texts shown, oldest first. A hint that saves a look at the thread, which is the record. */
  shown: string[];
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
  ): Promise<{ conversation: Conversation | null; opening: Opening | null }>;
  save(conversation: Conversation): Promise<void>;
  saveOpening(opening: Opening): Promise<void>;
  openings(lines: E164[]): Promise<Opening[]>;
}

/** What a place in Slack stands for: a conversation's thread, or a connected channel (no contact). */
export type PlaceRow =
  | { kind: "thread"; line: E164; contact: E164 }
  | { kind: "channel"; line: E164 };

export interface Places {
  at(channel: string, threadTs?: string): Promise<PlaceRow | null>;
  /** Threads among the given spots, by `channel:ts`. */
  threadsAt(spots: Spot[]): Promise<Place[]>;
  saveThread(place: Place): Promise<void>;
  saveChannel(channel: string, line: E164): Promise<void>;
}

/** An outgoing text joined with the Slack messages that carry its marks. */
export interface Message {
  sid: string;
  place: Place;
  /** The message that was texted, and (for a `send` line) the line that was typed. */
  spots: Spot[];
  stage: Stage;
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

/** Everything a use-case may reach. */
export interface Ends {
  clock: Clock;
  carrier: Carrier;
  desk: Desk;
  conversations: Conversations;
  places: Places;
  messages: Messages;
  lines: Lines;
  settings: SettingsTable;
}
