import type { Known, Place, Spot, ThreadMessage } from "./ports.ts";
import { parseMessageKey } from "./sms/place.ts";
import { markFor, MARKS, WAITING_MARK } from "./sms/status.ts";

/** A message in Slack that is to be texted. */
export interface Outgoing {
  place: Place;
  /** The message that is texted: its marks say how it fares, and its ⏳ is the claim that only one run can win. */
  spot: Spot;
  /** Messages that show the same marks: a `send` line as it was typed. */
  mirrors: Spot[];
  body: string;
  /** Who is told what only concerns them; null for a workflow. */
  by: string | null;
  /** Whether a person typed it in the thread: then files may hang on it. */
  isTyped?: boolean;
  /** How many do, where that has just been looked up. */
  files?: number;
  /** Whether an earlier try failed: then a ❌ stands there, and is taken off. */
  again?: boolean;
  /** Whether nobody waits to see how it fares: then bells tell, from the start. */
  unwatched?: boolean;
  /** What is known of the conversation, where that has just been read. */
  known?: Known;
}

type Marked = Pick<ThreadMessage, "marks">;

/** The `send` line that a copy was posted for: it shows the same marks. */
export function mirrorsOf({ request }: ThreadMessage): Spot[] {
  const isTyped = request !== null && /^[CG]\w+:\d+\.\d+$/.test(request);
  return isTyped ? [parseMessageKey(request)] : [];
}

/** Whether a message has been handed to the carrier. */
export function hasLeft({ sid, marks }: ThreadMessage): boolean {
  return sid === null && marks.includes(markFor("sent"));
}

/** Whether a run has a message in hand, or died with it. */
export function isClaimed({ marks }: Marked): boolean {
  return marks.includes(WAITING_MARK);
}

/** Whether the marks of a message say what became of it. */
export function isMarked({ marks }: Marked): boolean {
  return marks.some((mark) => MARKS.includes(mark));
}

/** Whether a run has a message in hand, died with it, or has taken care of it. */
export function isTaken(message: Marked): boolean {
  return isClaimed(message) || isMarked(message);
}
