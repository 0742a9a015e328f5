import * as z from "zod/mini";
import type { CarrierText } from "../ports.ts";
import { UnknownFate } from "../refusal.ts";
import { segmentsOf } from "../sms/segments.ts";
import { stageOf } from "../sms/status.ts";

/** What is used of the carrier's record of a text (https://www.twilio.com/docs/messaging/api/message-resource). */
const Record = z.object({
  sid: z.string().check(z.regex(/^(SM|MM)[0-9a-f]{32}$/)),
  direction: z.string(),
  from: z.string(),
  to: z.string(),
  body: z.nullish(z.string()),
  /** Null or "0" while a messaging service has not decided yet. */
  num_segments: z.unknown(),
  status: z.string(),
  error_code: z.unknown(),
  num_media: z.unknown(),
  /** RFC 2822, whole seconds. */
  date_created: z.string(),
});

/** @throws UnknownFate when a record is not as Twilio documents it. */
export function textIn(answer: unknown): CarrierText {
  const { data: record } = Record.safeParse(answer);
  if (!record) throw new UnknownFate("a carrier's record that cannot be read");
  const body = record.body ?? "";
  return {
    sid: record.sid,
    inbound: record.direction === "inbound",
    isAutomatic: record.direction === "outbound-reply",
    from: record.from,
    to: record.to,
    body,
    segments: Number(record.num_segments) || segmentsOf(body).segments || 1,
    stage: stageOf(record.status) ?? "sent",
    errorCode: Number(record.error_code) || null,
    mediaCount: Number(record.num_media) || 0,
    createdAt: Date.parse(record.date_created),
  };
}
