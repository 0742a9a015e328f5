/** A call from a phone to a line, and what came of it. */
export interface Call {
  sid: string;
  from: string;
  to: string;
  /** Milliseconds since the Unix epoch. */
  at: number;
  outcome:
    | "dropped"
    | "rejected"
    | "busy"
    | "forwarded"
    | "answered"
    | "failed";
  /** What the caller notices, in a sentence. */
  words: string;
}
