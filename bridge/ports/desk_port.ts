import type { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import type { Attachment, CarrierText } from "./carrier_port.ts";
import type { CardFacts } from "./conversations_port.ts";
import type { Office } from "./office_port.ts";
import type {
  Card,
  CardSeen,
  CardSpot,
  Mark,
  Pinned,
  Place,
  Spot,
  StandingBid,
  Thread,
  ThreadMessage,
} from "./thread_port.ts";

/** What is to be said but once, though several runs may say it, or one that dies before it has remembered that. */
export interface Once {
  /** What tells it from all else that is said there. */
  name: string;
  /** Since when (milliseconds) it may have been said. */
  since: number;
}

/** Slack's end: what is shown, marked and said in conversations. */
export interface Desk extends Office {
  /** Posts a conversation's card. */
  postCard(channel: string, card: Card, facts: CardFacts): Promise<Spot>;
  /** Writes on a card what is known now; nothing happens when it is gone. */
  editCard(spot: Spot, card: Card, facts: CardFacts): Promise<void>;
  /** Whose card a message is, and whether it says that its conversation goes on elsewhere; null when it is none. */
  cardAt(spot: Spot): Promise<CardSeen | null>;
  /** Posts a message that points to a card in another channel. */
  postPointer(channel: string, card: Place): Promise<Spot>;
  /** Cards of one conversation, and pointers to some, in a channel since a moment (milliseconds), earliest first. */
  bidsSince(
    channel: string,
    conversation: { line: E164; contact: E164 },
    since: number,
  ): Promise<{ bid: Spot; card: Spot }[]>;
  /**
   * What stands in a channel since a moment (milliseconds), oldest first: cards and pointers, what people posted, what
   * was to be said but once, and what is left of messages that are gone and have replies.
   */
  channelSince(
    channel: string,
    since: number,
  ): Promise<{
    bids: StandingBid[];
    posts: ThreadMessage[];
    remarks: ThreadMessage[];
    gone: Spot[];
  }>;
  /**
   * Shows a received text in its thread, under the contact's name if they are saved.
   * @param late whether it says when it arrived.
   * @param tells whether it is shown in the channel as well, and mentions the assignees.
   */
  showText(
    place: Place & { name: string; assignees?: string[] },
    text: CarrierText,
    late: boolean,
    tells?: boolean,
  ): Promise<Spot>;
  /** Adds to a shown text that it stands late, and when it arrived. */
  sayLate(spot: Spot, text: CarrierText): Promise<void>;
  /** Brings a file to Slack, where nobody sees it yet. @returns Slack's id of it. @throws Refusal when Slack does not take it. */
  bringFile(
    attachment: Attachment,
    bytes: Uint8Array<ArrayBuffer>,
  ): Promise<string>;
  /** Shows in the thread a file that has been brought. */
  showFile(
    place: Place,
    file: { id: string; title: string; attachment: Attachment },
  ): Promise<void>;
  /** Says in the thread that an attachment cannot be shown, and why. */
  sayMissing(
    place: Place,
    missing: { title: string; attachment: Attachment },
    why: Refusal,
  ): Promise<void>;
  /** The card that a reply stands under, if it is one, and how many files hang on the reply: one look tells both. */
  replyAt(
    reply: Spot,
    threadTs: string,
  ): Promise<{ card: CardSeen | null; files: number }>;
  /** How many files a person attached to a message; to a reply when its thread is named. */
  filesOn(spot: Spot, threadTs?: string): Promise<number>;
  /** Shows in the thread a text that is about to leave, for a form or a `send` line. */
  showDeparture(
    place: Place,
    departure: { body: string; by: string | null; request: string },
  ): Promise<Spot>;
  /** What stands in a place since a moment (milliseconds), or all of its latest part. */
  thread(place: CardSpot, since?: number): Promise<Thread>;
  /**
   * What the app has shown in a place since a moment (milliseconds): texts, their files, and copies of what leaves. In a
   * direct channel none of it stands in a thread, and none is read: each would cost a call.
   */
  shownIn(place: CardSpot, since?: number): Promise<ThreadMessage[]>;
  /** Whether a message is what a person said, and not Slack's own in their name. */
  isSaid(spot: Spot): Promise<boolean>;
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
  /** @param inHaste not to wait where Slack has taken as many pins as it takes in a minute: `later`, then. */
  pin(
    spot: Spot,
    inHaste?: boolean,
  ): Promise<"added" | "already" | "full" | "gone" | "later">;
  /** @returns whether there was a pin to take off. */
  unpin(spot: Spot): Promise<boolean>;
  remove(spot: Spot): Promise<void>;
  /**
   * Explains in the thread why the text of `about` failed, with a Retry button when `retryUrl` is given.
   * @param attempt tells this failure of the message from its others.
   */
  explainFailure(
    place: Place,
    about: Spot,
    refusal: Refusal,
    attempt: string,
    retryUrl?: string,
  ): Promise<Spot>;
  /**
   * Says in the thread that a text sounds as if its contact wants no more, and leaves it to people.
   * @param formUrl where a button leads that marks them.
   */
  hintAtOptOut(place: Place, sid: string, formUrl?: string): Promise<Spot>;
  /** Tells one person something only they see. */
  tell(
    where: { channel: string; threadTs?: string },
    person: string,
    sentence: string,
    button?: { text: string; url: string },
  ): Promise<void>;
  /** A link that opens a message. */
  permalink(spot: Spot): Promise<string>;
  /** Writes on the card of a place that its conversation goes on elsewhere; nothing happens when the card is gone. */
  closeCard(
    spot: Spot,
    card: Card,
    facts: CardFacts,
    to: CardSpot,
  ): Promise<void>;
  /**
   * Says in a place, once, that its conversation goes on in another one, or has come from there.
   * @param since the moment of the move (milliseconds): whether it is said already is looked up from there.
   */
  sayMoved(
    place: CardSpot,
    which: "gone" | "come",
    other: CardSpot,
    since: number,
  ): Promise<void>;
  /** Asks in a thread, once, what is to become of a conversation whose direct channel is lost. */
  askAboutLost(
    place: Place,
    lost: string,
    why: "archived" | "shut out",
    facts: CardFacts,
  ): Promise<void>;
  /** Whether a message asks that, and nobody has answered. */
  isOpenQuestion(spot: Spot): Promise<boolean>;
  /** Writes the answer in place of the question. */
  answerQuestion(spot: Spot, words: string): Promise<void>;
  /** When the latest message of a channel was posted (milliseconds). */
  latestIn(channel: string): Promise<number | null>;
  /** Says something in a conversation that concerns the team alone. @param once where it is to be said but once. */
  remark(place: Place, words: string, once?: Once): Promise<void>;
  /** Tells a channel or, by their id, a person of a conversation elsewhere, by its key and with a link. */
  notify(
    place: string,
    words: string,
    conversation: { who: string; link: string; key: string },
    once?: Once,
  ): Promise<void>;
  /** Takes away what a channel was told of a conversation, by its key, since a moment (milliseconds). */
  takeBack(channel: string, key: string, since: number): Promise<void>;
  /**
   * Says in a channel, once, how many more wait there than can be pinned; what says so already is corrected.
   * @param since how far back (milliseconds) that is looked up.
   * @returns the message that stands, whoever posted it.
   */
  sayQueue(channel: string, count: number, since: number): Promise<Spot>;
  /** Corrects that number. @returns whether the message still stands. */
  correctQueue(spot: Spot, count: number): Promise<boolean>;
  /** The message that says so, where nobody remembered it. @param since how far back (milliseconds) it is looked for. */
  findQueueNotice(channel: string, since: number): Promise<Spot | null>;
  /** Pinned messages of a channel with the time of pinning (milliseconds), oldest first. */
  pinned(channel: string): Promise<Pinned[]>;
}
