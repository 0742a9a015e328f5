import * as z from "zod/mini";
import { conversationKey } from "../bridge/sms/conversation.ts";
import { type E164, isE164 } from "../bridge/sms/e164.ts";
import {
  type Counted,
  countedIn,
  type UsageThreadAt,
  usageThreadIn,
} from "./written_count.ts";
import { readRoute, type Route } from "../bridge/sms/route.ts";
import { NO_WORK, PRIORITIES, STATES, type Work } from "../bridge/sms/work.ts";
import { messageKey, parseMessageKey } from "../bridge/sms/place.ts";

/** A row of the conversations table, of whichever kind. */
export const Row = z.object({
  id: z.string(),
  channel: z.optional(z.string()),
  /** The card of the conversation; empty after it was taken away, absent in the other kinds of row. */
  card_ts: z.optional(z.string()),
  /** Whether the channel is a direct one. */
  direct: z.optional(z.boolean()),
  /** `channel:ts` of the cards that were taken away or left last; with `:direct` behind a direct channel's. */
  former: z.optional(z.array(z.string())),
  /** SIDs of the latest texts shown, oldest first. */
  shown: z.optional(z.array(z.string())),
  /** Who began it: `contact`, `workflow` or a teammate's id. */
  begun: z.optional(z.string()),
  state: z.optional(z.enum(STATES)),
  assignees: z.optional(z.array(z.string())),
  outside: z.optional(z.array(z.string())),
  told_channels: z.optional(z.array(z.string())),
  /** `execution at until left|leaving` of what a workflow has asked, and the execution that waits no more. */
  asked: z.optional(z.string()),
  asked_over: z.optional(z.string()),
  replied_by: z.optional(z.string()),
  replied_at: z.optional(z.number()),
  subject: z.optional(z.string()),
  priority: z.optional(z.enum(PRIORITIES)),
  tags: z.optional(z.array(z.string())),
  /** When it comes back by itself (milliseconds); 0 if it is not put off. */
  back_at: z.optional(z.number()),
  is_hidden: z.optional(z.boolean()),
  nudged_since: z.optional(z.number()),
  nudged_times: z.optional(z.number()),
  /** In a line's row: texts received before this moment (milliseconds) are not shown. */
  since: z.optional(z.number()),
  /** In a line's row its name; a contact's is in a row of its own, so that many names can be written at once and nothing else with them. */
  name: z.optional(z.string()),
  /** In a contact's row, as all up to `quiet`. */
  opted_out: z.optional(z.boolean()),
  consent_at: z.optional(z.number()),
  /** Who put them on Do Not Disturb, by name; empty when nobody did. */
  disturbed_by: z.optional(z.string()),
  disturbed_at: z.optional(z.number()),
  disturbed_why: z.optional(z.string()),
  /** Times on that list that are over: `from-until` each. */
  quiet: z.optional(z.array(z.string())),
  countries: z.optional(z.array(z.string())),
  /** Segments that may be counted in a calendar month; 0 for no limit. */
  monthly_limit: z.optional(z.number()),
  time_zone: z.optional(z.string()),
  assigns_first: z.optional(z.boolean()),
  /** Days without a word after which a direct channel is archived. */
  idle_days: z.optional(z.number()),
  workflow_url: z.optional(z.string()),
  /** Minutes; 0 for never. */
  nudge_after: z.optional(z.number()),
  opens: z.optional(z.number()),
  closes: z.optional(z.number()),
  /** Where new conversations begin, one rule a line. */
  routes: z.optional(z.array(z.string())),
  known_tags: z.optional(z.array(z.string())),
  /** `callback_id url` each. */
  buttons: z.optional(z.array(z.string())),
  /** Channels that were disconnected. */
  closed: z.optional(z.array(z.string())),
  /** Channels in which only replies that begin with a mention of the app are texted. */
  addressed: z.optional(z.array(z.string())),
  /** `month time-zone until segments line…` of what catch-up has counted. */
  counted: z.optional(z.string()),
  /** `channel:ts since first|renewed` of the usage thread. */
  usage_thread: z.optional(z.string()),
});
export type Row = z.infer<typeof Row>;

export interface Conversation {
  line: E164;
  contact: E164;
  channel: string;
  ts: string;
  direct?: boolean;
  shown: string[];
  assignees: string[];
  beginner: Beginner | null;
  name: string;
}

export interface CardSpot {
  channel: string;
  ts: string;
  direct?: boolean;
}

/** Who began a conversation: a contact, a teammate (their id), or a workflow. */
type Beginner = { contact: true } | { teammate: string } | { workflow: true };

export type Placed =
  & Pick<Conversation, "line" | "contact">
  & CardSpot;

export interface Opening {
  line: E164;
  name: string;
  channel: string;
  since: number;
  closed: string[];
  addressed: string[];
}

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
  monthlyLimit: number | null;
  timeZone: string;
  assignsFirst: boolean;
  routes: Route[];
  idleDays: number;
  workflowUrl: string;
  nudgeAfter: number | null;
  hours: { opens: number; closes: number };
  tags: string[];
  buttons: Record<string, string>;
  counted: Counted | null;
  usageThread: UsageThreadAt | null;
}

/** The key of the one row of rules. */
export const WORKSPACE = "workspace";

/** The conversation in its row, if it has its place in a channel that is still connected. */
export function conversationIn(
  rows: Row[],
  line: E164,
  standing: Standing,
): Conversation | null {
  const { contact, name } = standing;
  const key = conversationKey(line, contact);
  const row = rows.find(({ id }) => id === key);
  if (!row?.card_ts || !row.channel || isClosed(rows, row.channel)) return null;
  return {
    line,
    contact,
    channel: row.channel,
    ts: row.card_ts,
    direct: row.direct ?? false,
    shown: row.shown ?? [],
    assignees: (row.assignees ?? [])
      .filter((id) => !row.outside?.includes(id)),
    beginner: row.begun ? beginnerIn(row.begun) : null,
    name,
  };
}

/** The cards of a conversation that were taken away or left last. */
export function formerIn(row: Row | undefined): CardSpot[] {
  return (row?.former ?? []).map((key) => {
    const direct = key.endsWith(DIRECT);
    const spot = direct ? key.slice(0, -DIRECT.length) : key;
    return { ...parseMessageKey(spot), direct };
  });
}

/** How a row names a card that was taken away or left. */
export function formerKey({ channel, ts, direct }: CardSpot): string {
  return messageKey(channel, ts) + (direct ? DIRECT : "");
}

const DIRECT = ":direct";

/** Under which a contact's standing is filed. */
export function standingKey(contact: E164): string {
  return `contact:${contact}`;
}

/** The card that a conversation had in a channel that was disconnected since. */
export function leftIn(
  rows: Row[],
  key: string,
): { channel: string; ts: string } | null {
  const { channel, card_ts: ts } = rows.find(({ id }) => id === key) ?? {};
  return channel && ts && isClosed(rows, channel) ? { channel, ts } : null;
}

function isClosed(rows: Row[], channel: string): boolean {
  const { closed = [] } = rows.find(({ id }) => id === WORKSPACE) ?? {};
  return closed.includes(channel);
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

/** Where the conversations of lines begin. */
export function openingsIn(rows: Row[]): Opening[] {
  const { closed = [], addressed = [] } =
    rows.find(({ id }) => id === WORKSPACE) ?? {};
  return rows.flatMap(({ id, name = "", channel, since = 0 }) =>
    isE164(id) && channel
      ? [{ line: id, name, channel, since, closed, addressed }]
      : []
  );
}

/** The rules for everybody; what nobody has changed is as at first. */
export function rulesIn(rows: Row[], first: Rules): Rules {
  const row = rows.find(({ id }) => id === WORKSPACE);
  return {
    countries: row?.countries ?? first.countries,
    monthlyLimit: row?.monthly_limit || first.monthlyLimit,
    timeZone: row?.time_zone || first.timeZone,
    assignsFirst: row?.assigns_first ?? first.assignsFirst,
    routes: (row?.routes ?? []).flatMap((each) => readRoute(each) ?? []),
    idleDays: row?.idle_days ?? first.idleDays,
    workflowUrl: row?.workflow_url ?? first.workflowUrl,
    nudgeAfter: row?.nudge_after || first.nudgeAfter,
    hours: {
      opens: row?.opens ?? first.hours.opens,
      closes: row?.closes ?? first.hours.closes,
    },
    tags: row?.known_tags ?? [],
    buttons: Object.fromEntries(
      (row?.buttons ?? []).map((each) => each.split(" ", 2)),
    ),
    counted: row?.counted ? countedIn(row.counted) : first.counted,
    usageThread: row?.usage_thread
      ? usageThreadIn(row.usage_thread)
      : first.usageThread,
  };
}

/** The team's side of a conversation; nobody has done anything with one that has no row. */
export function workIn(row: Row | undefined): Work {
  return {
    state: row?.state ?? NO_WORK.state,
    assignees: row?.assignees ?? [],
    outside: row?.outside ?? [],
    channels: row?.told_channels ?? [],
    subject: row?.subject ?? "",
    priority: row?.priority ?? NO_WORK.priority,
    tags: row?.tags ?? [],
    backAt: row?.back_at || null,
    nudged: row?.nudged_since
      ? { since: row.nudged_since, times: row.nudged_times ?? 0 }
      : null,
    isHidden: row?.is_hidden ?? false,
  };
}

/** Changes of the team's side, as they are written into its row. */
export function workColumns(changes: Partial<Work>): Partial<Row> {
  const { backAt, channels, isHidden, nudged, ...same } = changes;
  return {
    ...same,
    ...(channels && { told_channels: channels }),
    ...(nudged && { nudged_since: nudged.since, nudged_times: nudged.times }),
    ...(isHidden !== undefined && { is_hidden: isHidden }),
    ...(backAt !== undefined && { back_at: backAt ?? 0 }),
  };
}

/** How a row says who began a conversation. */
export function begunBy(beginner: Beginner): string {
  if ("teammate" in beginner) return beginner.teammate;
  return "workflow" in beginner ? "workflow" : "contact";
}

function beginnerIn(begun: string): Beginner {
  if (begun === "contact") return { contact: true };
  return begun === "workflow" ? { workflow: true } : { teammate: begun };
}

/** Who answered last, of those whose conversation it is not. */
export function lastReplyIn(
  row: Row | undefined,
): { by: string; at: number } | null {
  const { replied_by: by, replied_at: at = 0 } = row ?? {};
  return by ? { by, at } : null;
}
