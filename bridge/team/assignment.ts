import type { Work } from "../sms/work.ts";

/** What the fields of the Assign form say. */
export type Assigned = Pick<
  Work,
  | "assignees"
  | "channels"
  | "subject"
  | "state"
  | "backAt"
  | "priority"
  | "tags"
>;

/** What stands in the Assign form. */
export interface TypedAssignment extends Assigned {
  note: string;
  /** What stood there when it was opened; null where that is not known. */
  shown: Assigned | null;
}

/** A conversation as the form shows it. */
export interface Assignment {
  who: string;
  work: Work;
}
