import type { Message } from "./message.ts";
import type { OptOutType } from "./opt_out.ts";

type Form = [string, string][];

/** What the carrier posts for a text from a phone. https://www.twilio.com/docs/messaging/guides/webhook-request */
export function inboundForm(
  message: Message,
  accountSid: string,
  optOutType: OptOutType | null,
): Form {
  const form: Form = [
    ...standing(message, accountSid),
    ["SmsStatus", "received"],
    ["Body", message.body],
    ["NumMedia", String(message.media.length)],
    ["NumSegments", String(message.num_segments)],
  ];
  if (optOutType) form.push(["OptOutType", optOutType]);
  message.media.forEach((media, at) => {
    const url =
      `https://api.twilio.com/2010-04-01/Accounts/${accountSid}/Messages/${message.sid}/Media/${media.sid}`;
    form.push([`MediaUrl${at}`, url]);
    form.push([`MediaContentType${at}`, media.content_type]);
  });
  return form;
}

/** What the carrier posts when a text's status has changed. */
export function statusForm(message: Message, accountSid: string): Form {
  const form: Form = [
    ...standing(message, accountSid),
    ["MessageStatus", message.status],
    ["SmsStatus", message.status],
  ];
  const { error_code } = message;
  if (error_code !== null) form.push(["ErrorCode", String(error_code)]);
  return form;
}

function standing(message: Message, accountSid: string): Form {
  return [
    ["MessageSid", message.sid],
    ["SmsSid", message.sid],
    ["SmsMessageSid", message.sid],
    ["AccountSid", accountSid],
    ["ApiVersion", "2010-04-01"],
    ["From", message.from],
    ["To", message.to],
  ];
}
