import { restDate } from "./message.ts";

/** One of the account's own numbers. */
export interface Line {
  sid: string;
  /** E.164. */
  phone_number: string;
  friendly_name: string;
  sms_url: string;
  sms_method: "GET" | "POST";
  sms_fallback_url: string;
  sms_fallback_method: "GET" | "POST";
  voice_url: string;
  /** Where the progress of calls, not of texts, is told. */
  status_callback: string;
  capabilities: { sms: boolean; mms: boolean; voice: boolean; fax: boolean };
  /** Milliseconds since the Unix epoch. */
  created: number;
  updated: number;
}

/** The number as the REST API shows it. https://www.twilio.com/docs/phone-numbers/api/incomingphonenumber-resource */
export function lineJson(line: Line, accountSid: string) {
  const { created, updated, ...shown } = line;
  return {
    ...shown,
    account_sid: accountSid,
    address_requirements: "none",
    api_version: "2010-04-01",
    beta: false,
    date_created: restDate(created),
    date_updated: restDate(updated),
    origin: "twilio",
    sms_application_sid: "",
    status: "in-use",
    uri:
      `/2010-04-01/Accounts/${accountSid}/IncomingPhoneNumbers/${line.sid}.json`,
  };
}

const CHANGEABLE: Record<string, (line: Line, value: string) => void> = {
  FriendlyName: (line, value) => line.friendly_name = value,
  SmsUrl: (line, value) => line.sms_url = value,
  SmsMethod: (line, value) => line.sms_method = methodOf(value),
  SmsFallbackUrl: (line, value) => line.sms_fallback_url = value,
  SmsFallbackMethod: (line, value) =>
    line.sms_fallback_method = methodOf(value),
  VoiceUrl: (line, value) => line.voice_url = value,
  StatusCallback: (line, value) => line.status_callback = value,
};

/** The parameter that this carrier cannot change, if the form holds one. */
export function unknownChange(form: URLSearchParams): string | undefined {
  return [...form.keys()].find((name) => !Object.hasOwn(CHANGEABLE, name));
}

export function changeLine(line: Line, form: URLSearchParams): void {
  for (const [name, value] of form) CHANGEABLE[name]?.(line, value);
}

function methodOf(value: string): "GET" | "POST" {
  return value.toUpperCase() === "GET" ? "GET" : "POST";
}
