import type { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import type { Stage } from "../sms/status.ts";

/** One text as the carrier's own record has it. */
export interface CarrierText {
  sid: string;
  inbound: boolean;
  /** Whether the carrier itself answered, as it does to STOP. */
  isAutomatic: boolean;
  from: string;
  to: string;
  body: string;
  /** Parts that it travels in, and that are counted. */
  segments: number;
  stage: Stage;
  /** The carrier's error code of a failed text, else null. */
  errorCode: number | null;
  /** How many files came with it. */
  mediaCount: number;
  /** When the carrier made the record: milliseconds, whole seconds only. */
  createdAt: number;
}

/** A file that came with a text. */
export interface Attachment {
  /** The carrier's id. */
  sid: string;
  /** The carrier's id of the text it came with. */
  text: string;
  /** Its media type. */
  type: string;
}

/** A text that is to leave. */
export interface Departure {
  line: E164;
  contact: E164;
  body: string;
  /** Until when (milliseconds) the sender looks after the text itself: no bell is wanted before. */
  watchedUntil: number;
}

/** One of the account's own numbers. */
export interface CarrierLine {
  /** The carrier's id of the number. */
  id: string;
  number: E164;
  /** What the account calls it; the number itself where nobody has named it. */
  label: string;
  canText: boolean;
  /** Who is told of texts that come: this app, nobody, or what the number points at instead. */
  rings: "here" | "nowhere" | { elsewhere: string };
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
  /** What came to a line, from whomever, oldest first: the latest 50, in the carrier's order. */
  latestTo(line: E164): Promise<CarrierText[]>;
  /** All that came to a line since a moment, oldest first. */
  receivedSince(line: E164, since: number): Promise<CarrierText[]>;
  /** All that left from a line since a moment (to one contact, if given), oldest first. */
  sentSince(line: E164, since: number, contact?: E164): Promise<CarrierText[]>;
  /** The files that came with a text, in the carrier's order; those that it lists by now. */
  attachmentsOf(text: CarrierText): Promise<Attachment[]>;
  /** What is in a file. @throws Refusal when it cannot be had. */
  bytesOf(
    attachment: Attachment,
    text: CarrierText,
  ): Promise<Uint8Array<ArrayBuffer>>;
  /** One of the account's own numbers, or null when it is not. */
  line(number: E164): Promise<CarrierLine | null>;
  /** All of the account's own numbers. */
  lines(): Promise<CarrierLine[]>;
  /** From now on this app is told of texts that come to a number, in place of whatever it pointed at. */
  pointHere(line: CarrierLine): Promise<void>;
  /** Why a text failed, for people. */
  explain(errorCode: number | null): Refusal;
}
