export type Status =
  | "queued"
  | "sending"
  | "sent"
  | "delivered"
  | "undelivered"
  | "failed"
  | "received";

export interface Media {
  sid: string;
  content_type: string;
  url: string;
}

/** One text as the carrier keeps it; times are milliseconds since the Unix epoch. */
export interface Message {
  sid: string;
  direction: "inbound" | "outbound-api" | "outbound-reply";
  from: string;
  to: string;
  body: string;
  media: Media[];
  num_segments: number;
  status: Status;
  error_code: number | null;
  created: number;
  updated: number;
  /** When the handset or the webhook got it; null before. */
  sent: number | null;
  /** When it appeared on a handset; null for one that has not (yet). */
  arrived: number | null;
  status_callback: string | null;
}

/** The carrier's REST dates have whole seconds. */
export function restDate(ms: number): string {
  return new Date(ms).toUTCString().replace("GMT", "+0000");
}

export function messagesUri(accountSid: string): string {
  return `/2010-04-01/Accounts/${accountSid}/Messages`;
}

/** The message as the REST API shows it. https://www.twilio.com/docs/messaging/api/message-resource */
export function messageJson(message: Message, accountSid: string) {
  const uri = `${messagesUri(accountSid)}/${message.sid}`;
  return {
    account_sid: accountSid,
    api_version: "2010-04-01",
    body: message.body,
    date_created: restDate(message.created),
    date_sent: message.sent === null ? null : restDate(message.sent),
    date_updated: restDate(message.updated),
    direction: message.direction,
    error_code: message.error_code,
    error_message: null,
    from: message.from,
    messaging_service_sid: null,
    num_media: String(message.media.length),
    num_segments: String(message.num_segments),
    price: null,
    price_unit: "USD",
    sid: message.sid,
    status: message.status,
    subresource_uris: { media: `${uri}/Media.json` },
    to: message.to,
    uri: `${uri}.json`,
  };
}

export function mediaJson(media: Media, message: Message, accountSid: string) {
  return {
    account_sid: accountSid,
    content_type: media.content_type,
    date_created: restDate(message.created),
    date_updated: restDate(message.created),
    parent_sid: message.sid,
    sid: media.sid,
    uri: `${messagesUri(accountSid)}/${message.sid}/Media/${media.sid}.json`,
  };
}
