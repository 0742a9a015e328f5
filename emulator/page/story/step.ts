/** Which side a deed is done on: on a narrow screen that one comes to the front. */
export type Side = "slack" | "phones";

interface Deed {
  at?: Side;
  /** The region it is done in, by the name a screen reader gives it; `dialog` for the form on top. */
  within?: string;
  /** Left out where the thing is not to be seen at once. */
  ifSeen?: boolean;
}

/** One step of a story: words, or something a person would do, told by what is written on things. */
export type Step =
  | { say: string }
  /** Presses a button, a link or an entry of a menu. */
  | Deed & { press: string }
  /** Types into a field, and presses Enter where told to. */
  | Deed & { type: string; into: string; enter?: boolean }
  /** Picks an option of a list. */
  | Deed & { choose: string; from: string }
  /** Waits until words are to be seen. */
  | Deed & { see: string };
