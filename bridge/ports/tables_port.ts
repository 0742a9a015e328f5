import type { E164 } from "../sms/e164.ts";
import type { Stage } from "../sms/status.ts";
import type { Waiting } from "./conversations_port.ts";
import type { Listener } from "./office_port.ts";
import type { CardSpot, Place, Spot } from "./thread_port.ts";

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
  /** Places at the given spots that their conversations have left for one of the given channels. */
  leftFor(spots: Spot[], channels: string[]): Promise<Place[]>;
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

/** A conversation for whose pin there was no room, or only later: its pin does not tell since when it waits. */
export interface Queued {
  line: E164;
  contact: E164;
  /** Since when it waits for an answer (milliseconds). */
  since: number;
  /** Whether there was room later on: then whoever takes the pin off is done with it. */
  wasPinned: boolean;
}

/** The message that says how many more wait in a channel than can be pinned there. */
export interface QueueNotice {
  channel: string;
  /** Null while it is being posted. */
  ts: string | null;
  /** How many it says. */
  count: number;
}

/** What catch-up is to look after. */
export interface Agenda {
  lines: Line[];
  /** Conversations whose time to come back has come. */
  back: { line: E164; contact: E164 }[];
  /** When the next one comes back (milliseconds); null where none will. */
  nextBack: number | null;
  /** Conversations that were solved, and when (milliseconds). */
  solved: { line: E164; contact: E164; at: number }[];
  /** Questions whose time is over. */
  unanswered: Waiting[];
  queue: Queued[];
  notices: QueueNotice[];
}

export interface Lines {
  /** This scans, as `agenda` does. */
  all(): Promise<Line[]>;
  save(line: Line): Promise<void>;
  remove(number: E164): Promise<void>;
  /** Remembers when a conversation comes back by itself (milliseconds); null: it does not. It is not solved then. */
  putOff(line: E164, contact: E164, at: number | null): Promise<void>;
  /** Remembers when a conversation was solved (milliseconds). It does not come back by itself then. */
  saveSolved(line: E164, contact: E164, at: number): Promise<void>;
  /** Remembers until when a step waits for an answer (milliseconds); null: it does not. */
  waitUntil(waiting: Waiting, at: number | null): Promise<void>;
  queued(line: E164, contact: E164): Promise<Queued | null>;
  saveQueued(queued: Queued): Promise<void>;
  removeQueued(line: E164, contact: E164): Promise<void>;
  saveNotice(notice: QueueNotice): Promise<void>;
  removeNotice(channel: string): Promise<void>;
  agenda(now: number): Promise<Agenda>;
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
  /** Writes what changes, and leaves the rest as it is: somebody else may just be changing that. */
  save(changes: Partial<Settings>): Promise<void>;
  /** Writes the listeners, and leaves the rest as it is. */
  saveListeners(listeners: Listener[]): Promise<void>;
  /** Changes who the admins are, and nothing else. */
  saveAdmins(admins: Pick<Settings, "admins" | "adminGroup">): Promise<void>;
  saveDirectListeners(listeners: Listener[]): Promise<void>;
}
