import type { E164 } from "../sms/e164.ts";
import type { Route } from "../sms/route.ts";
import type { Work } from "../sms/work.ts";
import type { Beginner, CardSpot, Place, Spot } from "./thread_port.ts";
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
  /** When it last came back by itself (milliseconds): what was said before is no answer to that. */
  cameBackAt?: number;
  /** Whether nobody has answered it yet, or done anything else with it. */
  isNew?: boolean;
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
  /** When the mode of any channel was last switched (milliseconds); 0 if never. */
  switchedAt: number;
  /** Which run works off what has come to the line, and until when (milliseconds); it may have died since. */
  workedOff: { by: string; until: number };
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
  /** The country in which numbers are read that come without one (two letters); empty for each line's own. */
  homeCountry: string;
  /** Segments a calendar month, sent and received; null for no limit. */
  monthlyLimit: number | null;
  /** In which months begin and dates are written (IANA). */
  timeZone: string;
  /** Whether who answers an unassigned conversation becomes its assignee. */
  assignsFirst: boolean;
  /** After how many minutes of business hours the team is reminded of who waits; null for never. */
  nudgeAfter: number | null;
  /** How many days after it was solved a conversation is closed; 0 for never. */
  closesAfter: number;
  /** When business hours begin and end, from Monday to Friday: whole hours of the day. */
  hours: { opens: number; closes: number };
  /** For when (milliseconds) the next run is arranged that reminds; 0 where none is known of. It may be over. */
  remindsAt: number;
  /** Tags that were given lately, to be suggested. */
  tags: string[];
  /** Where new conversations begin; in the line's own channel where none holds. */
  routes: Route[];
  /** After how many days without a word a direct channel is archived; 0 for never. */
  idleDays: number;
  /** The webhook of the workflow that starts with each text; empty for none. */
  workflowUrl: string;
  /** The workspace's own address, with a slash at its end; empty while nobody has asked. */
  address: string;
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
  "countries" | "homeCountry" | "monthlyLimit" | "timeZone" | "workflowUrl"
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

/** What a card says beside what never changes about it, and may say differently tomorrow. */
export interface CardFacts {
  standing: Standing;
  work: Work;
  rules: Rules;
  /** What the line is called, and in which channels only replies to the app are texted. */
  opening: Pick<Opening, "name" | "addressed"> | null;
}

export interface Conversations {
  /** What is known of line + contact, in one call. */
  find(line: E164, contact: E164): Promise<Known>;
  /** The same for several contacts of a line, in the same order; seven take one call. */
  findEach(line: E164, contacts: E164[]): Promise<Known[]>;
  /** The places of several conversations, and what is known of their contacts and work, in the same order. */
  findAll(
    conversations: { line: E164; contact: E164 }[],
  ): Promise<{ place: CardSpot | null; standing: Standing; work: Work }[]>;
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
  /** Remembers which run works off what has come to a line. */
  saveWorkedOff(line: E164, workedOff: Opening["workedOff"]): Promise<void>;
  /** Copies from the list of channels what messages must know of them. */
  saveChannels(
    channels: Pick<Opening, "closed" | "addressed" | "switchedAt">,
  ): Promise<void>;
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
