import * as z from "zod/mini";
import type {
  Attachment,
  Beginner,
  Card,
  CardFacts,
  Place,
  Spot,
} from "../ports.ts";
import { cardDigest } from "../sms/card_digest.ts";
import { conversationKey } from "../sms/conversation.ts";
import { messageKey } from "../sms/place.ts";

/**
 * What the app writes invisibly on its own messages, so that Slack itself remembers what each one is
 * (https://docs.slack.dev/messaging/message-metadata). Anyone in the workspace's apps may read it: no bodies.
 */
export const CARD = "clerk_card";
export const POINTER = "clerk_pointer";
export const RECEIVED = "clerk_received";
export const MISSING = "clerk_missing_attachment";
export const DEPARTURE = "clerk_departure";
export const NOTICE = "clerk_notice";
export const MOVED = "clerk_moved";
export const QUESTION = "clerk_question";
export const REMARK = "clerk_remark";
export const HINT = "clerk_hint";
export const QUEUE = "clerk_queue";

/** Metadata as Slack gives it back; of the app's own kinds only. */
export const Metadata = z.object({
  event_type: z.string(),
  event_payload: z.looseObject({}),
});

/** What a card says beside whose it is. */
interface Says {
  /** Whether it has a link that opens its thread. */
  opens?: boolean;
  /** Whether it says that the conversation goes on elsewhere. */
  isLeft?: boolean;
  /** Whether it says that only replies to the app are texted. */
  isAddressed: boolean;
}

/** Metadata of a conversation's card. */
export function cardMetadata(
  { line, contact, beginner, direct }: Card,
  { work, standing }: CardFacts,
  { opens, isLeft, isAddressed }: Says,
) {
  const begun = "teammate" in beginner
    ? beginner.teammate
    : "workflow" in beginner
    ? "workflow"
    : "contact";
  return {
    event_type: CARD,
    event_payload: {
      conversation: conversationKey(line, contact),
      begun,
      shows: cardDigest(work, standing),
      ...(direct ? { direct } : {}),
      ...(opens ? { opens: true } : {}),
      ...(isLeft ? { left: true } : {}),
      ...(isAddressed ? { addressed: true } : {}),
    },
  };
}

/** Who began the conversation of a card, by what its metadata says. */
export function beginnerIn(begun: unknown): Beginner {
  if (begun === "workflow") return { workflow: true };
  return typeof begun === "string" && begun !== "contact"
    ? { teammate: begun }
    : { contact: true };
}

/** Metadata of a message that points to a card in another channel. */
export function pointerMetadata({ line, contact, channel, ts }: Place) {
  return {
    event_type: POINTER,
    event_payload: {
      conversation: conversationKey(line, contact),
      card: messageKey(channel, ts),
    },
  };
}

/** Metadata of a received text. */
export function receivedMetadata(sid: string, late: boolean) {
  return { event_type: RECEIVED, event_payload: { sid, late } };
}

/** Metadata of a message about an attachment that cannot be shown. */
export function missingMetadata({ text, sid }: Attachment, yet: boolean) {
  return { event_type: MISSING, event_payload: { text, sid, yet } };
}

/** Metadata of a text shown before it leaves. */
export function departureMetadata(request: string) {
  return { event_type: DEPARTURE, event_payload: { request } };
}

/**
 * Metadata of what is said to the team; it is found again by the moment (milliseconds) when it was said.
 * @param conversation the key of the conversation that it leads to, where it is said elsewhere.
 */
export function remarkMetadata(at: number, conversation?: string) {
  return {
    event_type: REMARK,
    event_payload: { at, ...(conversation ? { conversation } : {}) },
  };
}

/** Metadata of what is said to the team once. @param conversation as in {@link remarkMetadata}. */
export function onceMetadata(once: string, conversation?: string) {
  return {
    event_type: REMARK,
    event_payload: { once, ...(conversation ? { conversation } : {}) },
  };
}

/** What tells a remark that is to be made but once from all others; null for anything else. */
export function onceIn(about: z.infer<typeof Metadata> | undefined) {
  const { once, conversation = "" } = about?.event_payload ?? {};
  return about?.event_type === REMARK && typeof once === "string"
    ? `${once} ${conversation}`
    : null;
}

/** Metadata of an explanation. */
export function noticeMetadata(about: string, attempt: string) {
  return { event_type: NOTICE, event_payload: { about, attempt } };
}

/** Metadata of a note to the team about a text. */
export function hintMetadata(sid: string) {
  return { event_type: HINT, event_payload: { sid } };
}

/** Metadata of what says that a conversation has gone to another place, or come from there. */
export function movedMetadata(which: "gone" | "come", other: Spot) {
  const place = messageKey(other.channel, other.ts);
  return { event_type: MOVED, event_payload: { which, place } };
}

/** Metadata of the question what is to become of a conversation whose direct channel is lost. */
export function questionMetadata(lost: string, isOpen: boolean) {
  return { event_type: QUESTION, event_payload: { lost, open: isOpen } };
}

/** Metadata of what says how many more wait in a channel than can be pinned. */
export function queueMetadata() {
  return { event_type: QUEUE, event_payload: {} };
}
