import type { Rules } from "../ports.ts";

/** The rules of a workspace in which no admin has changed any. */
export const FIRST_RULES: Rules = {
  countries: ["US", "CA", "GB"],
  homeCountry: "",
  monthlyLimit: null,
  timeZone: "UTC",
  assignsFirst: true,
  nudgeAfter: null,
  closesAfter: 4,
  hours: { opens: 9, closes: 17 },
  remindsAt: 0,
  tags: [],
  routes: [],
  idleDays: 0,
  workflowUrl: "",
  address: "",
  buttons: {},
  counted: null,
  usageThread: null,
};
