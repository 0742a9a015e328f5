import type { E164 } from "../sms/e164.ts";

/** One message in Slack. */
export interface Spot {
  channel: string;
  ts: string;
}

/** A card, and what is around it: a shared channel, or a direct channel that its conversation has for itself. */
export interface CardSpot extends Spot {
  direct?: boolean;
}

/** A conversation's place: the thread under its card, or the whole direct channel whose first message the card is. */
export interface Place extends CardSpot {
  line: E164;
  contact: E164;
}

/** How the app marks a message; the names are Slack's emoji names. */
export type Mark = string;

/** What stands in a conversation's place, as far as the app cares. */
export interface ThreadMessage extends Spot {
  /** The person who wrote it; null for the app's own. */
  author: string | null;
  /** The carrier's id of the inbound text it shows. */
  sid: string | null;
  /** Whether it says that it stands late. */
  late: boolean;
  /** The attachment of a received text that it shows, or says to be missing, for good or until it is tried again. */
  attachment: {
    text: string;
    sid: string;
    state: "shown" | "missing" | "missing yet";
  } | null;
  /** The request that an outgoing copy was posted for. */
  request: string | null;
  /** The message that a notice is about. */
  about: string | null;
  /** Which failure of that message a notice explains. */
  attempt: string | null;
  /** The carrier's id of the text that a note to the team is about. */
  hint: string | null;
  /** What tells a remark that is to be made but once from all others. */
  once: string | null;
  /** What was written: mark-up as Slack has it for a person's, the text itself for the app's own copy. */
  text: string;
  /** The app's own marks on it. */
  marks: Mark[];
}

/** A place as it stands. */
export interface Thread {
  /** Whether the card is. */
  pinned: boolean;
  /** What the card shows, as `cardDigest` has it, where there is one. */
  shows: string | null;
  /** Replies, oldest first, without the card; of a direct channel all messages, those in its threads too. */
  messages: ThreadMessage[];
}

/** Who began a conversation: a contact, a teammate (their id), or a workflow. */
export type Beginner = { contact: true } | { teammate: string } | {
  workflow: true;
};

/** What never changes about a card. */
export interface Card {
  line: E164;
  contact: E164;
  beginner: Beginner;
  /** Whether it is the card of a direct channel. */
  direct?: boolean;
}

/** A card as it stands. */
export interface CardSeen extends Card {
  /** Whether it says that its conversation goes on elsewhere. */
  isLeft: boolean;
  /** Whether it says that only replies to the app are texted. */
  isAddressed: boolean;
}

/** A pinned message. */
export interface Pinned {
  spot: Spot;
  /** When it was pinned (milliseconds). */
  since: number;
  link: string;
}

/** A conversation's card, or what points to one in another channel. */
export interface StandingBid {
  bid: Spot;
  card: Spot;
  /** The conversation's key. */
  conversation: string;
  /** Whether it is a card that lacks the link which opens its thread: that is drawn once its address is known. */
  lacksLink: boolean;
  /** When the latest reply to it came (milliseconds); null when there is none. */
  repliedAt: number | null;
  /** What the card shows, as `cardDigest` has it; null for what only points to one. */
  shows: string | null;
}
