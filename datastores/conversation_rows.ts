import * as z from "zod/mini";
import { type E164, isE164 } from "../bridge/sms/e164.ts";
import { parseMessageKey } from "../bridge/sms/place.ts";

/** A row of the conversations table, of whichever kind. */
export const Row = z.object({
  id: z.string(),
  channel: z.optional(z.string()),
  /** The card of the conversation; empty after it was taken away, absent in the other kinds of row. */
  card_ts: z.optional(z.string()),
  /** `channel:ts` of the card that was taken away last. */
  former: z.optional(z.string()),
  /** SIDs of the latest texts shown, oldest first. */
  shown: z.optional(z.array(z.string())),
  /** The teammate who answered first. */
  owner: z.optional(z.string()),
  /** In a line's row: texts received before this moment (milliseconds) are not shown. */
  since: z.optional(z.number()),
  /** In a contact's row, as all up to `disturbed_why`: empty where they are not saved. */
  name: z.optional(z.string()),
  opted_out: z.optional(z.boolean()),
  consent_at: z.optional(z.number()),
  /** Who put them on Do Not Disturb, by name; empty when nobody did. */
  disturbed_by: z.optional(z.string()),
  disturbed_at: z.optional(z.number()),
  disturbed_why: z.optional(z.string()),
  countries: z.optional(z.array(z.string())),
  /** Segments that may be counted in a calendar month; 0 for no limit. */
  monthly_limit: z.optional(z.number()),
  time_zone: z.optional(z.string()),
});
export type Row = z.infer<typeof Row>;

export interface Conversation {
  line: E164;
  contact: E164;
  channel: string;
  ts: string;
  shown: string[];
  former: { channel: string; ts: string } | null;
  owner: string | null;
  name: string;
}

export type Placed = Omit<Conversation, "shown" | "former" | "owner" | "name">;

export interface Opening {
  line: E164;
  channel: string;
  since: number;
}

export interface Standing {
  contact: E164;
  name: string;
  optedOut: boolean;
  consentAt: number;
  doNotDisturb: { by: string; at: number; why: string } | null;
}

export interface Rules {
  countries: string[];
  monthlyLimit: number | null;
  timeZone: string;
}

/** The key of the one row of rules. */
export const WORKSPACE = "workspace";

/** The conversation in its row, if it has its place. */
export function conversationIn(
  row: Row | undefined,
  line: E164,
  { contact, name }: Standing,
): Conversation | null {
  if (!row?.card_ts || !row.channel) return null;
  return {
    line,
    contact,
    channel: row.channel,
    ts: row.card_ts,
    shown: row.shown ?? [],
    former: row.former ? parseMessageKey(row.former) : null,
    owner: row.owner || null,
    name,
  };
}

/** Under which a contact's standing is filed. */
export function standingKey(contact: E164): string {
  return `contact:${contact}`;
}

/** What decides whether a contact may be texted. */
export function standingIn(rows: Row[], contact: E164): Standing {
  const row = rows.find(({ id }) => id === standingKey(contact));
  const { disturbed_by: by, disturbed_at: at = 0, disturbed_why: why = "" } =
    row ?? {};
  return {
    contact,
    name: row?.name ?? "",
    optedOut: row?.opted_out ?? false,
    consentAt: row?.consent_at ?? 0,
    doNotDisturb: by ? { by, at, why } : null,
  };
}

/** Where the conversations of lines begin. */
export function openingsIn(rows: Row[]): Opening[] {
  return rows.flatMap(({ id, channel, since = 0 }) =>
    isE164(id) && channel ? [{ line: id, channel, since }] : []
  );
}

/** The rules for everybody; what nobody has changed is as at first. */
export function rulesIn(rows: Row[], first: Rules): Rules {
  const row = rows.find(({ id }) => id === WORKSPACE);
  return {
    countries: row?.countries ?? first.countries,
    monthlyLimit: row?.monthly_limit || first.monthlyLimit,
    timeZone: row?.time_zone || first.timeZone,
  };
}
