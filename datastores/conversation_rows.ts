import { conversationKey } from "../bridge/sms/conversation.ts";
import { type E164, isE164 } from "../bridge/sms/e164.ts";
import { messageKey, parseMessageKey } from "../bridge/sms/place.ts";
import { type Standing, WORKSPACE } from "./standing_rows.ts";
import type { Row } from "./conversation_row.ts";
import { type Beginner, beginnerIn, workIn } from "./work_rows.ts";

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
  cameBackAt?: number;
  isNew?: boolean;
}

export interface CardSpot {
  channel: string;
  ts: string;
  direct?: boolean;
}

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
  switchedAt: number;
  workedOff: { by: string; until: number };
}

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
    cameBackAt: row.came_back_at ?? 0,
    isNew: workIn(row).state === "new",
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

/** Where the conversations of lines begin. */
export function openingsIn(rows: Row[]): Opening[] {
  const { closed = [], addressed = [], switched_at: switchedAt = 0 } =
    rows.find(({ id }) => id === WORKSPACE) ?? {};
  return rows.flatMap(({ id, name = "", channel, since = 0, ...row }) => {
    const { worked_off_by: by = "", worked_off_until: until = 0 } = row;
    const workedOff = { by, until };
    return isE164(id) && channel
      ? [{
        line: id,
        name,
        channel,
        since,
        closed,
        addressed,
        switchedAt,
        workedOff,
      }]
      : [];
  });
}
