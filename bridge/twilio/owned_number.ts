import * as z from "zod/mini";
import type { CarrierLine } from "../ports.ts";
import { isE164 } from "../sms/e164.ts";

/** What is used of a number's record (https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource). */
const Record = z.object({
  sid: z.string().check(z.regex(/^PN[0-9a-f]{32}$/)),
  phone_number: z.string(),
  friendly_name: z.nullish(z.string()),
  sms_url: z.nullish(z.string()),
  /** A TwiML application, which takes the texts in place of `sms_url`. */
  sms_application_sid: z.nullish(z.string()),
  capabilities: z.nullish(z.looseObject({ sms: z.optional(z.boolean()) })),
});

/**
 * One of the account's own numbers as its record has it; null for a short code, which is no line.
 * @param relayUrl where a number points that rings here.
 */
export function lineOf(record: unknown, relayUrl: string): CarrierLine | null {
  const { data } = Record.safeParse(record);
  if (!data || !isE164(data.phone_number)) return null;
  const { sid, phone_number: number, friendly_name, capabilities } = data;
  return {
    id: sid,
    number,
    label: friendly_name || number,
    canText: capabilities?.sms === true,
    rings: data.sms_application_sid
      ? { elsewhere: `the TwiML app ${data.sms_application_sid}` }
      : ringsAt(data.sms_url ?? "", relayUrl),
  };
}

/** What follows the # only says how often Twilio tries. */
function ringsAt(smsUrl: string, relayUrl: string): CarrierLine["rings"] {
  if (smsUrl === "") return "nowhere";
  const bare = (url: string) => url.split("#")[0];
  return bare(smsUrl) === bare(relayUrl) ? "here" : { elsewhere: smsUrl };
}
