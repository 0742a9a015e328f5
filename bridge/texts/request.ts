import type { Known, PlaceRow, Spot } from "../ports.ts";
import type { Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";

/** A text that somebody asks for: with the form, a `send` line, or a workflow's step. */
export interface Request {
  /** The same for every run of the same request: doubles find each other by it and the body. */
  id: string;
  line: E164;
  contact: E164;
  body: string;
  /** Where a new conversation begins, null for where the rules say; an existing one keeps its place. */
  channel: string | null;
  /** The teammate who asked; null for a workflow. */
  by: string | null;
  /** The `send` line as it was typed: it shows the same marks. */
  typed?: Spot;
  /** Why it leaves no more, where no run has taken care of it yet. */
  tooLate?: Refusal;
  /** What is known of the conversation, and what stands for `channel`, where that has just been read. */
  known?: Known;
  /** When it was asked for (milliseconds). */
  knownAt?: number;
  channelRow?: PlaceRow | null;
}
