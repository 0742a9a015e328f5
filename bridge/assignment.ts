import type { Priority, State, Work } from "./sms/work.ts";

/** What stands in the Assign form. */
export interface TypedAssignment {
  assignees: string[];
  channels: string[];
  subject: string;
  state: State;
  /** When a pending one comes back (milliseconds); null if only by the contact's answer. */
  backAt: number | null;
  priority: Priority;
  tags: string[];
  note: string;
}

/** A conversation as the form shows it. */
export interface Assignment {
  who: string;
  work: Work;
}
