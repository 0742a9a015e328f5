import * as z from "zod/mini";
import {
  conversationKey,
  parseConversationKey,
} from "../bridge/sms/conversation.ts";
import { type E164, isE164 } from "../bridge/sms/e164.ts";

/** A row of the lines table, of whichever kind. */
export const Row = z.object({
  /** A line's number, or the key of one of the other kinds of row. */
  number: z.string(),
  /** Of a line: up to when (milliseconds) all that came and left is known to be settled. */
  settled_until: z.optional(z.number()),
  /** Of a conversation: when it comes back (milliseconds). */
  back_at: z.optional(z.number()),
  /** Of a conversation: when it was solved (milliseconds). */
  solved_at: z.optional(z.number()),
  /** Of a step: how long it waits (milliseconds). */
  waits_until: z.optional(z.number()),
  /** Of one without room for its pin: since when it waits for an answer (milliseconds). */
  queued_since: z.optional(z.number()),
  /** Whether there was room since. */
  was_pinned: z.optional(z.boolean()),
  /** Of a channel: the message that says how many more wait; empty while it is being posted. */
  notice_ts: z.optional(z.string()),
  notice_count: z.optional(z.number()),
});
export type Row = z.infer<typeof Row>;

export interface Line {
  number: E164;
  settledUntil: number;
}

interface Key {
  line: E164;
  contact: E164;
}

export interface Waiting extends Key {
  execution: string;
}

export interface Queued extends Key {
  since: number;
  wasPinned: boolean;
}

export interface Notice {
  channel: string;
  ts: string | null;
  count: number;
}

export interface Agenda {
  lines: Line[];
  back: Key[];
  nextBack: number | null;
  solved: (Key & { at: number })[];
  unanswered: Waiting[];
  queue: Queued[];
  notices: Notice[];
}

/** What catch-up is to look after. */
export function agendaIn(rows: Row[], now: number): Agenda {
  const later = rows.flatMap(({ back_at = 0 }) => back_at > now ? back_at : []);
  return {
    lines: linesIn(rows),
    back: rows.filter(({ back_at = Infinity }) => back_at <= now)
      .flatMap(({ number }) => parseConversationKey(number) ?? []),
    nextBack: later.length > 0 ? Math.min(...later) : null,
    solved: rows.flatMap(({ number, solved_at: at }) => {
      const key = at === undefined ? undefined : parseConversationKey(number);
      return key && at !== undefined ? [{ ...key, at }] : [];
    }),
    unanswered: rows.filter(({ waits_until = Infinity }) => waits_until <= now)
      .flatMap(({ number }) => waitingIn(number) ?? []),
    queue: queuedIn(rows),
    notices: rows.flatMap(({ number, notice_ts: ts, notice_count = 0 }) =>
      ts === undefined
        ? []
        : [{ channel: number, ts: ts || null, count: notice_count }]
    ),
  };
}

/** The workspace's own numbers. */
export function linesIn(rows: Row[]): Line[] {
  return rows.flatMap(({ number, settled_until = 0 }) =>
    isE164(number) ? [{ number, settledUntil: settled_until }] : []
  );
}

function waitingIn(key: string): Waiting | undefined {
  const at = key.lastIndexOf(":");
  const parsed = parseConversationKey(key.slice(0, at));
  return parsed && { ...parsed, execution: key.slice(at + 1) };
}

const QUEUE = ":queue";

/** Under which a conversation is filed for whose pin there was no room. */
export function queueKey(line: E164, contact: E164): string {
  return conversationKey(line, contact) + QUEUE;
}

/** Conversations for whose pins there was no room, or only later. */
export function queuedIn(rows: Row[]): Queued[] {
  return rows.flatMap(({ number, queued_since: since, was_pinned }) => {
    const key = parseConversationKey(number.replace(QUEUE, ""));
    return key && since !== undefined
      ? [{ ...key, since, wasPinned: was_pinned ?? false }]
      : [];
  });
}
