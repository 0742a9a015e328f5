/** How far the team has come with a conversation. */
export type State = "new" | "open" | "pending" | "solved" | "closed";

export const STATES: readonly State[] = [
  "new",
  "open",
  "pending",
  "solved",
  "closed",
];

export type Priority = "low" | "normal" | "high" | "urgent";

export const PRIORITIES: readonly Priority[] = [
  "low",
  "normal",
  "high",
  "urgent",
];

/** The team's side of a conversation. */
export interface Work {
  state: State;
  /** Teammates (Slack user ids) whose conversation it is; who answers first is the first of them. */
  assignees: string[];
  /** Those of them who are not in the conversation's channel, and are told elsewhere. */
  outside: string[];
  /** Channels that are told of new texts. */
  channels: string[];
  subject: string;
  priority: Priority;
  tags: string[];
  /** When it is to come back by itself (milliseconds); null if it is not put off. */
  backAt: number | null;
  /** When it last came back by itself (milliseconds): what was said before is no answer to that. */
  cameBackAt: number | null;
  /** The wait (its beginning, in milliseconds) that the team was reminded of last, and how often. */
  nudged: { since: number; times: number } | null;
  /** Whether its card is folded to one line. */
  isHidden: boolean;
}

/** A conversation with which nobody has done anything yet. */
export const NO_WORK: Work = {
  state: "new",
  assignees: [],
  outside: [],
  channels: [],
  subject: "",
  priority: "normal",
  tags: [],
  backAt: null,
  cameBackAt: null,
  nudged: null,
  isHidden: false,
};

/** The state after the contact has texted: what was put off or done is open again. */
export function stateAfterInbound(state: State): State {
  return state === "new" ? "new" : "open";
}

/** The state after a teammate has answered: one who waits for the contact goes on waiting. */
export function stateAfterReply(state: State): State {
  return state === "pending" ? "pending" : "open";
}
