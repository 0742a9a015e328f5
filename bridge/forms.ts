import { checkBody, checkContact } from "./may_leave.ts";
import type { Ends } from "./ports.ts";
import { Outage, Refusal } from "./refusal.ts";
import { showRequest } from "./show_request.ts";
import { homeCountry, parsePhoneNumber } from "./sms/phone_number.ts";

/** What stands in the send form. */
export interface TypedSend {
  to: string;
  message: string;
  channel: string;
}

/** What the form can tell while it is being typed: where the text will go, and how long it is. */
export async function previewSend(
  { conversations, settings }: Ends,
  { to, message }: TypedSend,
): Promise<{ message: string; existingPlace: string | null }> {
  const { defaultLine } = await settings.read();
  const read = defaultLine && parsePhoneNumber(to, homeCountry(defaultLine));
  if (!defaultLine || !read || !read.ok) {
    return { message, existingPlace: null };
  }
  const { conversation } = await conversations.find(defaultLine, read.number);
  return { message, existingPlace: conversation?.channel ?? null };
}

/**
 * Shows what a send form asks for in its conversation's thread, ready to be taken to the phone; or says by field what
 * is wrong with the form, and then nothing is shown.
 * @param asker the form's own id and who filled it in: the same form sent twice is one request.
 */
export async function askedFor(
  ends: Ends,
  { to, message, channel }: TypedSend,
  { id, by }: { id: string; by: string },
): Promise<
  | { errors: Record<string, string> }
  | {
    outputs: {
      channel_id: string;
      thread_ts: string;
      message_ts: string;
      user_id: string;
    };
  }
> {
  const { countries, defaultLine: line } = await ends.settings.read();
  if (!line) return { errors: { to: "No line is connected yet." } };
  const errors: Record<string, string> = {};
  const read = parsePhoneNumber(to, homeCountry(line));
  const wrongTo = read.ok
    ? refusalOf(() => checkContact(line, read.number, countries))
    : read.why;
  if (wrongTo) errors.to = wrongTo;
  const wrongBody = refusalOf(() => checkBody(message));
  if (wrongBody) errors.message = wrongBody;
  if (!read.ok || Object.keys(errors).length > 0) return { errors };
  const contact = read.number;
  try {
    const { place, spot } = await showRequest(ends, {
      id,
      line,
      contact,
      body: message,
      channel,
      by,
    });
    return {
      outputs: {
        channel_id: spot.channel,
        thread_ts: place.ts,
        message_ts: spot.ts,
        user_id: by,
      },
    };
  } catch (error) {
    if (error instanceof Refusal) {
      return { errors: { [error.about ?? "channel"]: error.sentence } };
    }
    if (!(error instanceof Outage)) throw error;
    const words =
      "Slack is slow to answer, and I cannot tell whether I have this text already. Please look at the " +
      "conversation's thread before you send it again.";
    return { errors: { message: words } };
  }
}

/** Reads the number in the connect form; it is written with its country, since no line tells it yet. */
export function checkConnect(written: string) {
  return parsePhoneNumber(written, "US");
}

function refusalOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    throw error;
  }
}
