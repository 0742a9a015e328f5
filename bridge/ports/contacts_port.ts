import type { E164 } from "../sms/e164.ts";
import type { Bucket } from "../sms/search_bucket.ts";
import type { Disturbance } from "./conversations_port.ts";

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
  isEmpty(): Promise<boolean>;
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
