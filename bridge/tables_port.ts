import type { Beginner, CardSpot, Listener, Place, Spot } from "./desk_port.ts";
import type { E164 } from "./sms/e164.ts";
import type { Bucket } from "./sms/search_bucket.ts";
import type { Route } from "./sms/route.ts";
import type { Stage } from "./sms/status.ts";
import type { Work } from "./sms/work.ts";
import type { Counted, UsageThreadAt } from "./usage_port.ts";

/** A conversation that has its place, and which texts are known to be shown there. */
export interface Conversation extends Place {
  /** The latest inbound texts shown, oldest first. A hint that saves a look at the thread, which is the record. */
  shown: string[];
  /** Teammates who are told of new texts in the conversation itself. */
  assignees: string[];
  /** Who began it; null where that was not remembered: the card knows. */
  beginner: Beginner | null;
  /** The contact's name; empty for somebody who is not saved. */
  name: string;
}

/** A contact that somebody saved. */
export interface Contact {
  number: E164;
  name: string;
  tags: string[];
  notes: string;
  /** Who saved it last (their id). */
  by: string;
  /** Milliseconds. */
  updatedAt: number;
}

export interface Contacts {
  find(number: E164): Promise<Contact | null>;
  /** Those that exist, in no order. */
  findAll(numbers: E164[]): Promise<Contact[]>;
  /** Some contacts, in no order, and where to go on; null when these were the last. */
  page(
    limit: number,
    cursor?: string,
  ): Promise<{ contacts: Contact[]; next: string | null }>;
  save(contact: Contact): Promise<void>;
  saveAll(contacts: Contact[]): Promise<void>;
  remove(number: E164): Promise<void>;
}

/** Finds contacts by parts of their names and numbers. */
export interface ContactIndex {
  find(key: string): Promise<Bucket>;
  /** In the same order; one that nothing was filed in is empty. */
  findAll(keys: string[]): Promise<Bucket[]>;
  /** Saves them in this order. */
  saveAll(buckets: Bucket[]): Promise<void>;
}

/** Contacts on their way in from a file, or from what somebody pasted. */
export interface ContactImport {
  /** Whose it is (their id), and when they began it (milliseconds). */
  by: string;
  at: number;
  file: { id: string; name: string } | null;
  pasted: string;
  /** The modal that shows how far it is. */
  view: string;
  /** What became of each contact that is done, in their order: a letter each. */
  outcomes: string;
  /** Until when (milliseconds) a run is at it. */
  busyUntil: number;
}

/** The one import that may be under way. */
export interface ContactImports {
  underWay(): Promise<ContactImport | null>;
  save(state: ContactImport): Promise<void>;
  end(): Promise<void>;
}

/** An entry in the ledger of consent. */
export interface Consent {
  contact: E164;
  /** The line that it was said to; null where nobody said it to one. */
  line: E164 | null;
  what: "opted out" | "opted in";
  /** In words that follow "because". */
  how: string;
  /** The teammate who recorded it (their name); null for what the contact or the carrier said. */
  by: string | null;
  /** Milliseconds. */
  at: number;
}

export interface ConsentLedger {
  /** Adds an entry; the same one twice is one. */
  add(consent: Consent): Promise<void>;
  /** Oldest first. This scans. */
  all(): Promise<Consent[]>;
  /** What is recorded of one contact, oldest first. This scans too. */
  of(contact: E164): Promise<Consent[]>;
}

/** Somebody on the Do Not Disturb list. */
export interface Disturbed extends Disturbance {
  contact: E164;
  /** How many of their texts were not shown. */
  blockedCount: number;
}

export interface DoNotDisturbList {
  /** This scans. */
  all(): Promise<Disturbed[]>;
  find(contact: E164): Promise<Disturbed | null>;
  save(contact: E164, entry: Disturbance): Promise<void>;
  remove(contact: E164): Promise<void>;
  /** Counts texts that were not shown, by their SIDs, once each. */
  countBlocked(contact: E164, sids: string[]): Promise<void>;
}

/** Where a line's new conversations begin. */
export interface Opening {
  line: E164;
  /** What the line is called; empty for one without a name. */
  name: string;
  channel: string;
  /** Texts received before this moment (milliseconds) are not ours to show. */
  since: number;
  /** Channels that were disconnected: what stands there is no conversation's place any more. */
  closed: string[];
  /** Channels in which only replies that begin with a mention of the app are texted. */
  addressed: string[];
}

/** What decides whether a contact may be texted, and what they are called. */
export interface Standing {
  contact: E164;
  /** As saved; empty for somebody who is not. */
  name: string;
  /** As saved with the contact, not with a conversation. */
  tags: string[];
  optedOut: boolean;
  /** When they last said so, or the contrary (milliseconds); 0 if never. */
  consentAt: number;
  doNotDisturb: Disturbance | null;
  /** The last times they were on Do Not Disturb that are over (milliseconds): what came then is not shown now either. */
  quiet: { from: number; until: number }[];
}

/** Who put a contact on Do Not Disturb, by name, when (milliseconds) and why. */
export interface Disturbance {
  by: string;
  at: number;
  why: string;
}

/** What holds for every text of the workspace. */
export interface Rules {
  /** Countries (ISO 3166 two-letter codes) that may be texted. */
  countries: string[];
  /** Segments a calendar month, sent and received; null for no limit. */
  monthlyLimit: number | null;
  /** In which months begin and dates are written (IANA). */
  timeZone: string;
  /** Whether who answers an unassigned conversation becomes its assignee. */
  assignsFirst: boolean;
  /** After how many minutes of business hours the team is reminded of who waits; null for never. */
  nudgeAfter: number | null;
  /** When business hours begin and end, from Monday to Friday: whole hours of the day. */
  hours: { opens: number; closes: number };
  /** Tags that were given lately, to be suggested. */
  tags: string[];
  /** Where new conversations begin; in the line's own channel where none holds. */
  routes: Route[];
  /** After how many days without a word a direct channel is archived; 0 for never. */
  idleDays: number;
  /** The webhook of the workflow that starts with each text; empty for none. */
  workflowUrl: string;
  /** Addresses of the link triggers that buttons start, by the workflow's callback id. */
  buttons: Record<string, string>;
  /** How much of the month is counted; null before catch-up has counted it. */
  counted: Counted | null;
  /** Where texts stand in line for what the limit leaves; null while there has been no limit. */
  usageThread: UsageThreadAt | null;
}

/** What an admin decides of the rules. */
export type Decided = Pick<
  Rules,
  "countries" | "monthlyLimit" | "timeZone" | "workflowUrl"
>;

/** A question that a workflow has asked, and waits to be answered. */
export interface Asked {
  /** The step that waits. */
  execution: string;
  /** From when on (milliseconds) a text is the answer. */
  at: number;
  /** How long it waits (milliseconds). */
  until: number;
  /** Whether the question has left; before, nothing is an answer to it. */
  hasLeft: boolean;
}

/** Whose answer a workflow's step waits for. */
export interface Waiting {
  line: E164;
  contact: E164;
  execution: string;
}

/** What is known of line + contact. */
export interface Known {
  conversation: Conversation | null;
  /** Where a new one would begin. */
  opening: Opening | null;
  /** Texts that were shown, also where the card has been taken away since. */
  before: string[];
  /** The cards that were taken away or left last: what left from there may not be settled yet. */
  former: CardSpot[];
  /** The team's side of it, also where its card has been taken away since. */
  work: Work;
  /** Who answered last, of those whose conversation it is not. */
  lastReply: { by: string; at: number } | null;
  /** The card it had in a channel that was disconnected since. */
  left: Spot | null;
  /** What a workflow has asked them and waits for; null where none does. */
  asked: Asked | null;
  standing: Standing;
  rules: Rules;
}

export interface Conversations {
  /** What is known of line + contact, in one call. */
  find(line: E164, contact: E164): Promise<Known>;
  /** What is known of several conversations' contacts and work, in the same order. */
  findAll(
    conversations: { line: E164; contact: E164 }[],
  ): Promise<{ standing: Standing; work: Work }[]>;
  /** The contacts among these with whom there is a conversation. */
  placed(conversations: { line: E164; contact: E164 }[]): Promise<Set<E164>>;
  /** The places of those of the conversations that have one. */
  placesOf(
    conversations: { line: E164; contact: E164 }[],
  ): Promise<Place[]>;
  /** Remembers a conversation's place, and what is shown there and who began it if that is known, and the card it left. */
  begin(
    place: Place,
    shown?: string[],
    beginner?: Beginner,
    left?: Spot,
  ): Promise<void>;
  /**
   * Forgets where a conversation is, if this is its place.
   * @param shown what is remembered as shown, if not all that was.
   */
  forget(place: Place, shown?: string[]): Promise<void>;
  /** Remembers a card that was taken away before it was the conversation's own. */
  addFormer(card: Place): Promise<void>;
  /** Remembers that a conversation has left its place for another one. */
  move(from: Place, to: CardSpot): Promise<void>;
  /** Remembers which texts are shown, and leaves the rest as it is. */
  saveShown(
    conversation: Pick<Conversation, "line" | "contact" | "shown">,
  ): Promise<void>;
  /** Remembers what changes in the team's side of a conversation, and leaves the rest as it is. */
  saveWork(line: E164, contact: E164, changes: Partial<Work>): Promise<void>;
  /** Remembers what a workflow asks. */
  saveAsked(line: E164, contact: E164, asked: Asked): Promise<void>;
  /** Remembers that a step waits no more; another one's question stays. */
  saveAskedOver(line: E164, contact: E164, execution: string): Promise<void>;
  /** Remembers who answered last, though it is not theirs (milliseconds). */
  saveReply(line: E164, contact: E164, by: string, at: number): Promise<void>;
  saveOpening(
    opening: Pick<Opening, "line" | "name" | "channel" | "since">,
  ): Promise<void>;
  /** Forgets where the conversations of a line begin: what comes to it is not shown any more. */
  removeOpening(line: E164): Promise<void>;
  openings(lines: E164[]): Promise<Opening[]>;
  /** Copies from the list of channels what messages must know of them. */
  saveChannels(channels: Pick<Opening, "closed" | "addressed">): Promise<void>;
  standings(contacts: E164[]): Promise<Standing[]>;
  saveNames(
    names: Pick<Standing, "contact" | "name" | "tags">[],
  ): Promise<void>;
  saveConsent(
    consent: Pick<Standing, "contact" | "optedOut" | "consentAt">,
  ): Promise<void>;
  saveDoNotDisturb(contact: E164, entry: Disturbance): Promise<void>;
  /** Takes a contact off Do Not Disturb. @param quiet all the times on it that are over now. */
  endDoNotDisturb(contact: E164, quiet: Standing["quiet"]): Promise<void>;
  rules(): Promise<Rules>;
  /** Remembers what changes in the rules. */
  saveRules(changes: Partial<Rules>): Promise<void>;
}

/**
 * What a place in Slack stands for: a conversation's thread, its direct channel with the card in it, a connected channel,
 * or a place whose conversation goes on elsewhere.
 */
export type PlaceRow =
  | { kind: "thread"; line: E164; contact: E164 }
  | { kind: "direct"; line: E164; contact: E164; ts: string }
  | ({ kind: "channel" } & ChannelCopy)
  | {
    kind: "moved";
    line: E164;
    contact: E164;
    to: Spot;
    /** The `ts` of the card in what was a direct channel; null in what was a thread. */
    ts: string | null;
    /** When it moved (milliseconds). */
    since: number;
  };

/** What the messages of a channel must know of it. */
export type ChannelCopy = Pick<
  ConnectedChannel,
  "line" | "switches" | "closed"
>;

export interface Places {
  at(channel: string, threadTs?: string): Promise<PlaceRow | null>;
  /**
   * What a thread stands for, with what must be known of its channel, in one call. In a direct channel every thread
   * stands for the channel.
   */
  threadAt(
    channel: string,
    threadTs: string,
  ): Promise<
    { row: PlaceRow | null } & Omit<ChannelCopy, "line">
  >;
  /** What the messages of channels are told of them, by channel. */
  channelsAt(channels: string[]): Promise<Map<string, ChannelCopy>>;
  /** Places whose cards are among the given spots. */
  threadsAt(spots: Spot[]): Promise<Place[]>;
  saveThread(place: Place): Promise<void>;
  saveChannel(copy: { channel: string } & ChannelCopy): Promise<void>;
  /** Remembers that a place's conversation is elsewhere. */
  saveMoved(from: CardSpot, to: Place, since: number): Promise<void>;
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
  /** The teammate who sent it, as far as is known; null for a workflow. */
  by: string | null;
}

export interface Messages {
  find(sid: string): Promise<Message | null>;
  findAll(sids: string[]): Promise<Message[]>;
  save(message: Message): Promise<void>;
}

/** A channel that is connected, or was. */
export interface ConnectedChannel {
  channel: string;
  /** The line that sends what is asked for there, where none is named. */
  line: E164;
  /** When (milliseconds) its reply mode was switched, oldest first. */
  switches: number[];
  /** Whose direct channel it is; null for a shared one. */
  contact: E164 | null;
  /** Whether it was disconnected: then nothing there is texted any more. */
  closed: boolean;
  /** Why the app cannot get in; null while it can. */
  lost: "archived" | "shut out" | null;
}

export interface ChannelList {
  /** This scans. */
  all(): Promise<ConnectedChannel[]>;
  find(channel: string): Promise<ConnectedChannel | null>;
  /** Changes what is given, and leaves the rest as it is. */
  save(
    changes: Pick<ConnectedChannel, "channel"> & Partial<ConnectedChannel>,
  ): Promise<void>;
}

export interface Line {
  number: E164;
  /** Up to when (milliseconds) all that came and left is known to be settled. */
  settledUntil: number;
}

export interface Lines {
  all(): Promise<Line[]>;
  save(line: Line): Promise<void>;
  remove(number: E164): Promise<void>;
  /** Remembers when a conversation comes back by itself (milliseconds); null: it does not. */
  putOff(line: E164, contact: E164, at: number | null): Promise<void>;
  /** Remembers until when a step waits for an answer (milliseconds); null: it does not. */
  waitUntil(waiting: Waiting, at: number | null): Promise<void>;
  /** Conversations whose time to come back has come, and questions whose time is over. */
  due(now: number): Promise<
    { back: { line: E164; contact: E164 }[]; unanswered: Waiting[] }
  >;
}

export interface Settings {
  /** Who may change lines, plan and countries: people, and the members of a user group. */
  admins: string[];
  adminGroup: string | null;
  /** The line that sends when none is named. */
  defaultLine: E164 | null;
  listeners: Listener[];
  /** Those of the direct channels: there every message counts. */
  directListeners: Listener[];
  /** Where the dashboard's and Retry's link triggers are, once known. */
  dashboardUrl: string | null;
  retryUrl: string | null;
}

export interface SettingsTable {
  read(): Promise<Settings>;
  save(settings: Settings): Promise<void>;
  /** Writes the listeners, and leaves the rest as it is. */
  saveListeners(listeners: Listener[]): Promise<void>;
  /** Changes who the admins are, and nothing else. */
  saveAdmins(admins: Pick<Settings, "admins" | "adminGroup">): Promise<void>;
  saveDirectListeners(listeners: Listener[]): Promise<void>;
}
