/** Words of the carrier's own errors, by code. https://www.twilio.com/docs/api/errors */
const WORDS = {
  20003: () => "Authenticate",
  20009: () => "Cannot delete message because delivery has not been completed.",
  20404: (path: string) => `The requested resource ${path} was not found`,
  21211: (to: string) => `Invalid 'To' Phone Number: ${to}`,
  21212: (from: string) => `Invalid From Number (caller ID): ${from}`,
  21408: (to: string) =>
    `Permission to send an SMS has not been enabled for the region indicated by the 'To' number: ${to}`,
  21602: () => "Message body is required.",
  21603: () => "A 'From' phone number is required.",
  21604: () => "A 'To' phone number is required.",
  21606: (from: string) =>
    `The 'From' phone number provided (${from}) is not a valid message-capable Twilio phone number for this destination.`,
  21609: (url: string) => `Invalid 'StatusCallback' url: ${url}`,
  21610: () => "Attempt to send to unsubscribed recipient",
  21614: (to: string) => `'To' number is not a valid mobile number: ${to}`,
  21617: () =>
    "The concatenated message body exceeds the 1600 character limit.",
  21620: () => "Invalid media URL(s)",
  21623: () => "Number of media files exceeds allowed limit",
} as const;

export type RestErrorCode = keyof typeof WORDS;

const STATUS: Partial<Record<RestErrorCode, number>> = {
  20003: 401,
  20009: 409,
  20404: 404,
};

/** A refusal of the carrier's REST API, in its own shape. */
export class RestError extends Error {
  readonly status: number;

  /** @param about the number, URL or path that the sentence names. */
  constructor(readonly code: RestErrorCode, about = "") {
    super(WORDS[code](about));
    this.status = STATUS[code] ?? 400;
  }

  response(): Response {
    return Response.json({
      code: this.code,
      message: this.message,
      more_info: `https://www.twilio.com/docs/errors/${this.code}`,
      status: this.status,
    }, { status: this.status });
  }
}

/** For what the real carrier has and this one lacks: said aloud, never passed over. */
export function notEmulated(feature: string): RestError {
  const error = new RestError(20404);
  error.message = `This emulated carrier has no ${feature}.`;
  return error;
}
