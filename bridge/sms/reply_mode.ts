/** Which replies in a conversation's thread are texted: all, or only those that begin with a mention of the app. */
export type ReplyMode = "all" | "addressed";

/** How many switches are remembered. An even number, so that the oldest ones can be forgotten without turning the rest round. */
const REMEMBERED = 40;

/**
 * The mode that held at a moment, so that what was written under one mode is never judged by another.
 * @param switches when the mode was switched (milliseconds), oldest first; before, all replies were texted.
 */
export function modeAt(switches: number[], at: number): ReplyMode {
  const switched = switches.filter((each) => each <= at).length;
  return switched % 2 === 0 ? "all" : "addressed";
}

/** The switches with one more, if it takes one to have a mode from a moment on. */
export function switchedTo(
  mode: ReplyMode,
  switches: number[],
  at: number,
): number[] {
  if (modeAt(switches, Infinity) === mode) return switches;
  const all = [...switches, at];
  return all.length > REMEMBERED ? all.slice(2) : all;
}
