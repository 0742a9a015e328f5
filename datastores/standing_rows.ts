import type { E164 } from "../bridge/sms/e164.ts";
import { readRoute, type Route } from "../bridge/sms/route.ts";
import type { Row } from "./conversation_row.ts";
import {
  type Counted,
  countedIn,
  type UsageThreadAt,
  usageThreadIn,
} from "./written_count.ts";

export interface Standing {
  contact: E164;
  name: string;
  tags: string[];
  optedOut: boolean;
  consentAt: number;
  doNotDisturb: { by: string; at: number; why: string } | null;
  quiet: { from: number; until: number }[];
}

export interface Rules {
  countries: string[];
  homeCountry: string;
  monthlyLimit: number | null;
  timeZone: string;
  assignsFirst: boolean;
  routes: Route[];
  idleDays: number;
  workflowUrl: string;
  nudgeAfter: number | null;
  closesAfter: number;
  hours: { opens: number; closes: number };
  remindsAt: number;
  tags: string[];
  address: string;
  buttons: Record<string, string>;
  counted: Counted | null;
  usageThread: UsageThreadAt | null;
}

/** The key of the one row of rules. */
export const WORKSPACE = "workspace";

/** Under which a contact's standing is filed. */
export function standingKey(contact: E164): string {
  return `contact:${contact}`;
}

/** Under which a contact's name is filed. */
export function nameKey(contact: E164): string {
  return `name:${contact}`;
}

/** What decides whether a contact may be texted, and what they are called. */
export function standingIn(rows: Row[], contact: E164): Standing {
  const row = rows.find(({ id }) => id === standingKey(contact));
  const called = rows.find(({ id }) => id === nameKey(contact));
  const { disturbed_by: by, disturbed_at: at = 0, disturbed_why: why = "" } =
    row ?? {};
  const quiet = (row?.quiet ?? []).map((written) => {
    const [from = 0, until = 0] = written.split("-").map(Number);
    return { from, until };
  });
  // An entry that was taken off stays off, whoever still writes it down from an older look at the list.
  const isOver = quiet.some(({ from }) => from === at);
  return {
    contact,
    name: called?.name ?? "",
    tags: called?.tags ?? [],
    optedOut: row?.opted_out ?? false,
    consentAt: row?.consent_at ?? 0,
    doNotDisturb: by && !isOver ? { by, at, why } : null,
    quiet,
  };
}

/** The rules for everybody; what nobody has changed is as at first. */
export function rulesIn(rows: Row[], first: Rules): Rules {
  const row = rows.find(({ id }) => id === WORKSPACE);
  return {
    countries: row?.countries ?? first.countries,
    homeCountry: row?.home_country ?? first.homeCountry,
    monthlyLimit: row?.monthly_limit || first.monthlyLimit,
    timeZone: row?.time_zone || first.timeZone,
    assignsFirst: row?.assigns_first ?? first.assignsFirst,
    routes: (row?.routes ?? []).flatMap((each) => readRoute(each) ?? []),
    idleDays: row?.idle_days ?? first.idleDays,
    workflowUrl: row?.workflow_url ?? first.workflowUrl,
    nudgeAfter: row?.nudge_after || first.nudgeAfter,
    closesAfter: row?.close_days ?? first.closesAfter,
    hours: {
      opens: row?.opens ?? first.hours.opens,
      closes: row?.closes ?? first.hours.closes,
    },
    remindsAt: row?.reminds_at ?? first.remindsAt,
    tags: row?.known_tags ?? [],
    address: row?.address ?? first.address,
    buttons: Object.fromEntries(
      (row?.buttons ?? []).map((each) => each.split(" ", 2)),
    ),
    counted: row?.counted ? countedIn(row.counted) : first.counted,
    usageThread: row?.usage_thread
      ? usageThreadIn(row.usage_thread)
      : first.usageThread,
  };
}
