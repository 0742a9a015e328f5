/** How somebody asked for a text to be sent. */
export type Way = "reply" | "line" | "form" | "step";

/** One text that somebody wanted to leave, and what they were told. */
export interface Wish {
  way: Way;
  line: string;
  contact: string;
  body: string;
  /** Who asked: a person's id; empty for a workflow. */
  by: string;
  /** Virtual milliseconds. */
  at: number;
  /** The message that was typed, for a reply and a `send` line. */
  typed?: { channel: string; ts: string };
  /** Whether its author deleted what they had typed. */
  isDeleted: boolean;
  /** Whether a form or a step said that it was on its way. */
  isPromised: boolean;
}

/** Somebody pressed a button that sends a text again. */
export interface Press {
  channel: string;
  /** The message that is to be sent again. */
  about: string;
  at: number;
}

/** A person took a card's pin off: done. */
export interface Unpin {
  channel: string;
  ts: string;
  at: number;
  /**
   * Whether the app could tell by then that it had shown, and pinned, the last text there: it remembered that, and no card
   * that the conversation had left was pinned still.
   */
  isRemembered: boolean;
}

/** An admin deleted a conversation's card; its thread stays under a tombstone. */
export interface LostCard {
  channel: string;
  ts: string;
  line: string;
  contact: string;
  at: number;
  /** Whether it stood in a channel that its conversation had for itself. */
  isDirect: boolean;
}

/** An admin deleted a message in a conversation's own channel. */
export interface Removal {
  line: string;
  contact: string;
  /** The message that is gone. */
  ts: string;
  /** The carrier's id of the text that it showed; empty for one that somebody had typed. */
  sid: string;
  at: number;
}

/** A form said that a contact was put on Do Not Disturb, or taken off. */
export interface Hush {
  contact: string;
  at: number;
  isQuiet: boolean;
}

/** How a conversation can be said to stand: it is put off for half an hour or until tomorrow, or no more to be done, or to be done. */
export type Stand = "put off" | "rests" | "open";

/** Somebody said how a conversation stands, or tried to. */
export interface Settling {
  line: string;
  contact: string;
  at: number;
  stand: Stand;
}

/** What a workflow asked a contact. */
export interface Question {
  wish: Wish;
  /** For how long it waits (milliseconds). */
  patience: number;
  /** Whether the step has ended, however. */
  isOver: boolean;
  /** What the workflow heard; null as long as it has not, or when Slack ended it. */
  outputs: { answered: boolean; timed_out: boolean; answer?: string } | null;
}

/** What people have done, for whoever checks afterwards what became of it. */
export interface Ledger {
  wishes: Wish[];
  presses: Press[];
  unpins: Unpin[];
  lostCards: LostCard[];
  /** Channels that were deleted for good. */
  deletedChannels: string[];
  /** Texts in one of those that the app did not remember to have shown, or had not taken from elsewhere yet: their runs had died. */
  forgotten: string[];
  removals: Removal[];
  questions: Question[];
  hushes: Hush[];
  settlings: Settling[];
  /** Words that are nobody's business outside. */
  secrets: string[];
}

export function emptyLedger(): Ledger {
  return {
    wishes: [],
    presses: [],
    unpins: [],
    lostCards: [],
    deletedChannels: [],
    forgotten: [],
    removals: [],
    questions: [],
    hushes: [],
    settlings: [],
    secrets: [],
  };
}
