import type { Saboteur } from "./saboteur.ts";

/** Mistakes in what keeps sending within the plan. */
export const PLAN: Saboteur[] = [
  {
    name: "nobody stands in line for the plan",
    file: "bridge/plan/plan.ts",
    find: "if (before + IN_FLIGHT <= limit) return reserved;",
    replace: "if (before >= 0) return reserved;",
  },
  {
    name: "what others have reserved is not counted",
    file: "bridge/plan/plan.ts",
    find: "else if (at > now - HELD) ahead += segments;",
    replace: "",
  },
  {
    name: "a text of one's own is not counted against the limit",
    file: "bridge/plan/plan.ts",
    find: "if (before + ahead + segments > limit) {",
    replace: "if (before + ahead > limit) {",
  },
  {
    name: "a day is added to when it is counted anew",
    file: "bridge/plan/count_usage.ts",
    find: "sent: (row?.sent ?? []).slice(0, firstDay - 1),",
    replace: "sent: (row?.sent ?? []).slice(0, firstDay),",
  },
];
