import type { Measure } from "./measure.ts";
import {
  ANSWERED,
  FORM,
  NEW_CONTACT,
  PICTURE,
  REPLY,
  SEND_KNOWN,
  SEND_NEW,
  WAITING,
} from "./measured_journeys.ts";

import { BLOCKED, OPTED_OUT, STATUS } from "./quiet_journeys.ts";

/** The most that a journey may cost. */
type Budget = Partial<Pick<Measure, "visible" | "created" | "calls">>;

const BUDGETS: Record<string, Budget> = {
  [ANSWERED]: { visible: 2, calls: 6 },
  [WAITING]: { visible: 2, calls: 6 },
  [NEW_CONTACT]: { visible: 3 },
  [PICTURE]: { visible: 2, calls: 13 },
  // The first answer: three calls more than later ones, to say on the card whose the conversation is now.
  [REPLY]: { created: 3, calls: 14 },
  [SEND_KNOWN]: { visible: 3, created: 5, calls: 19 },
  [SEND_NEW]: { visible: 5, created: 7, calls: 24 },
  [FORM]: { visible: 5, created: 10, calls: 25 },
  [STATUS]: { visible: 2, calls: 5 },
  [OPTED_OUT]: { visible: 4, calls: 7 },
  [BLOCKED]: { calls: 5 },
};

/** Calls that take longer the more there is: no text waits for one. */
const SCANS = [
  "apps.datastore.query",
  "apps.datastore.count",
  "conversations.list",
  "conversations.members",
  "users.list",
  "workflows.triggers.list",
];

/** What each broken budget is, in a sentence; empty when all are kept. */
export function brokenBudgets(measures: Measure[]): string[] {
  return measures.flatMap((measure) => [
    ...overspent(measure),
    ...SCANS.filter((method) => measure.methods[method])
      .map((method) => `${measure.journey}: calls ${method}`),
  ]);
}

function overspent(measure: Measure): string[] {
  const budget = BUDGETS[measure.journey] ?? {};
  return (["visible", "created", "calls"] as const).flatMap((what) => {
    const most = budget[what];
    const spent = measure[what];
    if (most === undefined || most === null) return [];
    return spent !== null && spent <= most
      ? []
      : [`${measure.journey}: ${what} ${spent}, at most ${most}`];
  });
}
