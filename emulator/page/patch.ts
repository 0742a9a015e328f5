import type {
  Channel,
  DeskState,
  Ephemeral,
  Message,
  Phone,
  Shortcut,
  Text,
  View,
} from "./desk_state.ts";

/** All that stands on the page: Slack as one person sees it, the phones, and their texts by number, oldest first. */
export interface Shown {
  desk: DeskState;
  phones: Phone[];
  texts: Record<string, Text[]>;
}

/** What one change alters: each part replaces what stood there. */
export interface Patch {
  messages?: { channel: string; shown: Message[]; gone: string[] };
  channel?: Channel;
  channelGone?: string;
  ephemeral?: Ephemeral;
  views?: View[];
  shortcuts?: Shortcut[];
  phone?: Phone;
  text?: { number: string; shown: Text };
}

/** The page after a change. What the change does not touch is the very same object as before. */
export function patched(shown: Shown, patch: Patch): Shown {
  return {
    desk: patchedDesk(shown.desk, patch),
    phones: patch.phone
      ? put(shown.phones, patch.phone, ({ number }) => number)
      : shown.phones,
    texts: patch.text
      ? {
        ...shown.texts,
        [patch.text.number]: put(
          shown.texts[patch.text.number] ?? [],
          patch.text.shown,
          ({ sid }) => sid,
        ),
      }
      : shown.texts,
  };
}

function patchedDesk(desk: DeskState, patch: Patch): DeskState {
  const { messages, channel, channelGone, ephemeral, views, shortcuts } = patch;
  if (
    !messages && !channel && !channelGone && !ephemeral && !views && !shortcuts
  ) return desk;
  const next = { ...desk };
  if (messages) {
    const { channel: id, shown, gone } = messages;
    const before = desk.messages[id] ?? [];
    next.messages = {
      ...desk.messages,
      [id]: withMessages(before, shown, gone),
    };
  }
  if (channel) next.channels = put(desk.channels, channel, ({ id }) => id);
  if (channelGone) {
    next.channels = next.channels.filter(({ id }) => id !== channelGone);
  }
  if (ephemeral) {
    next.ephemerals = put(desk.ephemerals, ephemeral, ({ ts }) => ts);
  }
  if (views) next.views = views;
  if (shortcuts) next.shortcuts = shortcuts;
  return next;
}

/** In the place of the one with the same name, else at the end. */
function put<Row>(rows: Row[], row: Row, nameOf: (row: Row) => string): Row[] {
  const at = rows.findLastIndex((one) => nameOf(one) === nameOf(row));
  return at < 0 ? [...rows, row] : rows.with(at, row);
}

/** Messages stay in the order of their `ts`; nearly all that change are new or near the end. */
function withMessages(
  before: Message[],
  shown: Message[],
  gone: string[],
): Message[] {
  const after = before.slice();
  for (const message of shown) {
    const at = after.findLastIndex(({ ts }) => ts <= message.ts);
    const known = after[at]?.ts === message.ts;
    after.splice(known ? at : at + 1, known ? 1 : 0, message);
  }
  return gone.length === 0
    ? after
    : after.filter(({ ts }) => !gone.includes(ts));
}
