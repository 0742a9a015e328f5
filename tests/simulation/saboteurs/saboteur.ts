/** A plausible bug, put into one file of the app by replacing a piece of its text. */
export interface Saboteur {
  /** What it does, in the words of whoever would have made the mistake. */
  name: string;
  /** From the project's root. */
  file: string;
  /** The text that stands there exactly once. */
  find: string;
  replace: string;
  /** The journey that is killed at its every call to catch them, where chance brings about too seldom what they spoil. */
  journey?: string;
}
