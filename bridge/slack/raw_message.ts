import * as z from "zod/mini";
import type { CardSeen, Spot, StandingBid, ThreadMessage } from "../ports.ts";
import { parseConversationKey } from "../sms/conversation.ts";
import { parseMessageKey, tsToMs } from "../sms/place.ts";
import { attachmentNamed } from "./file_names.ts";
import {
  beginnerIn,
  CARD,
  DEPARTURE,
  HINT,
  Metadata,
  MISSING,
  NOTICE,
  onceIn,
  POINTER,
  RECEIVED,
} from "./metadata.ts";

/** What is used of a message in Slack. */
export const RawMessage = z.object({
  ts: z.string(),
  thread_ts: z.optional(z.string()),
  /** What kind of message it is, where it is not simply what somebody said. */
  subtype: z.optional(z.string()),
  user: z.optional(z.string()),
  bot_id: z.optional(z.string()),
  text: z.optional(z.string()),
  latest_reply: z.optional(z.string()),
  blocks: z.optional(z.array(z.unknown())),
  metadata: z.optional(Metadata),
  files: z.optional(z.array(z.object({ name: z.optional(z.string()) }))),
  pinned_to: z.optional(z.array(z.string())),
  reactions: z.optional(
    z.array(z.object({ name: z.string(), users: z.array(z.string()) })),
  ),
});
export type RawMessage = z.infer<typeof RawMessage>;

/** A message as the app sees it. @param self the app's own user id. */
export function messageIn(
  channel: string,
  raw: RawMessage,
  self: string,
): ThreadMessage {
  const payload = raw.metadata?.event_payload ?? {};
  const own = (kind: string, key: string) =>
    raw.metadata?.event_type === kind ? String(payload[key]) : null;
  // A message that shares a file may bear no `bot_id`.
  const isOwn = !isSaid(raw) || raw.user === self;
  const shown = isOwn ? attachmentNamed(raw.files?.[0]?.name) : null;
  const text = own(MISSING, "text");
  const state = payload.yet === true ? "missing yet" : "missing";
  const missing = text === null
    ? null
    : { text, sid: own(MISSING, "sid") ?? "", state } as const;
  return {
    channel,
    ts: raw.ts,
    author: isOwn ? null : raw.user ?? null,
    sid: own(RECEIVED, "sid"),
    attachment: shown ? { ...shown, state: "shown" } : missing,
    late: raw.metadata?.event_type === RECEIVED && payload.late === true,
    request: own(DEPARTURE, "request"),
    about: own(NOTICE, "about"),
    attempt: own(NOTICE, "attempt"),
    hint: own(HINT, "sid"),
    once: onceIn(raw.metadata),
    text: raw.bot_id ? writtenIn(raw) : raw.text ?? "",
    marks: (raw.reactions ?? [])
      .filter(({ users }) => users.includes(self))
      .map(({ name }) => name),
  };
}

/** What Slack calls messages that people say something with; its own, such as `channel_join`, bear people's names too. */
const SAID = ["thread_broadcast", "file_share", "me_message"];

/** Whether a message is what a person said. */
export function isSaid({ bot_id, subtype }: RawMessage): boolean {
  return !bot_id && (subtype === undefined || SAID.includes(subtype));
}

/** Whether two messages carry the same metadata. */
export function sameMetadata(
  a: RawMessage["metadata"],
  b: RawMessage["metadata"],
): boolean {
  return a?.event_type === b?.event_type &&
    Object.entries(b?.event_payload ?? {}).every(([key, value]) =>
      a?.event_payload[key] === value
    );
}

/** Cards, and pointers to cards in other channels, among a channel's messages. */
export function bidsIn(
  channel: string,
  raw: RawMessage[],
): StandingBid[] {
  return raw.flatMap(({ ts, metadata, latest_reply }) => {
    const bid = { channel, ts };
    const { conversation, card, opens, left, shows } =
      metadata?.event_payload ?? {};
    if (typeof conversation !== "string") return [];
    const repliedAt = latest_reply === undefined ? null : tsToMs(latest_reply);
    const found = { bid, conversation, repliedAt };
    if (metadata?.event_type === CARD) {
      const lacksLink = opens !== true && left !== true;
      const shown = typeof shows === "string" ? shows : null;
      return [{ ...found, card: bid, lacksLink, shows: shown }];
    }
    const pointer = { ...found, lacksLink: false, shows: null };
    return metadata?.event_type === POINTER && typeof card === "string"
      ? [{ ...pointer, card: parseMessageKey(card) }]
      : [];
  });
}

/** The card among some messages of its thread; null where the parent is none. */
export function cardAmong(
  { channel, ts }: Spot,
  raw: RawMessage[],
): CardSeen | null {
  const parent = raw.filter((each) => each.ts === ts);
  const [bid] = bidsIn(channel, parent);
  const ends = bid && parseConversationKey(bid.conversation);
  if (!ends) return null;
  const { begun, direct, left, addressed } =
    parent[0]?.metadata?.event_payload ?? {};
  return {
    ...ends,
    beginner: beginnerIn(begun),
    direct: direct === true,
    isLeft: left === true,
    isAddressed: addressed === true,
  };
}

/** How many files hang on one of some messages. */
export function filesOf({ ts }: Spot, raw: RawMessage[]): number {
  return raw.find((each) => each.ts === ts)?.files?.length ?? 0;
}

const AsWritten = z.object({
  elements: z.array(z.object({
    elements: z.array(z.object({ text: z.string() })),
  })),
});

/** The body that the app's own copy of a text shows. */
function writtenIn(raw: RawMessage): string {
  for (const block of raw.blocks ?? []) {
    const { data } = AsWritten.safeParse(block);
    const text = data?.elements[0]?.elements[0]?.text;
    if (text !== undefined) return text;
  }
  return raw.text ?? "";
}
