import { type Errors, errorsByField } from "../form_errors.ts";
import { knownAtHome } from "../lines/country_at_home.ts";
import { lineOf, noLine } from "../lines/line_of.ts";
import type { Ends, Known } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { type E164, isE164 } from "../sms/e164.ts";
import { parsePhoneNumber, type PhoneNumber } from "../sms/phone_number.ts";
import { checkBody, checkContact } from "./may_leave.ts";
import { showRequest } from "./show_request.ts";

/** What stands in the send form. */
export interface TypedSend {
  /** The line that was chosen, where there is a choice. */
  from?: string | null;
  to: string;
  message: string;
  channel: string;
}

/** What the form can tell while it is being typed: where the text will go, and how long it is. */
export async function previewSend(
  ends: Ends,
  { from, to, message, channel }: TypedSend,
): Promise<{ message: string; existingPlace: string | null }> {
  const line = chosen(from) ?? await lineOf(ends, channel);
  const { known } = line ? await recipient(ends, line, to) : { known: null };
  return { message, existingPlace: known?.conversation?.channel ?? null };
}

/**
 * Shows what a send form asks for in its conversation's thread, ready to be taken to the phone; or says by field what
 * is wrong with the form, and then nothing is shown.
 * @param asker the form's own id and who filled it in: the same form sent twice is one request.
 */
export async function askedFor(
  ends: Ends,
  typed: TypedSend,
  asker: { id: string; by: string },
): Promise<
  | Errors
  | {
    outputs: {
      channel_id: string;
      thread_ts: string;
      message_ts: string;
      user_id: string;
    };
  }
> {
  const { from, to, message: body, channel } = typed;
  return await errorsByField("message", MAYBE_TAKEN, async () => {
    const here = ends.places.at(channel);
    const line = chosen(from) ?? await lineOf(ends, channel, here);
    if (!line) return { errors: { to: noLine().sentence } };
    const errors: Record<string, string> = {};
    const [{ read, known }, channelRow] = await Promise.all([
      recipient(ends, line, to),
      here,
    ]);
    const wrongTo = read.ok ? known && whyNotTo(line, known) : read.why;
    if (wrongTo) errors.to = wrongTo;
    const wrongBody = refusalOf(() => checkBody(body));
    if (wrongBody) errors.message = wrongBody;
    if (!read.ok || Object.keys(errors).length > 0) return { errors };
    const contact = read.number;
    const request = {
      ...asker,
      line,
      contact,
      body,
      channel,
      known: known ?? undefined,
      channelRow,
    };
    const { place, spot } = await showRequest(ends, request);
    return {
      outputs: {
        channel_id: spot.channel,
        thread_ts: place.ts,
        message_ts: spot.ts,
        user_id: asker.by,
      },
    };
  });
}

function chosen(from: string | null | undefined): E164 | null {
  return from && isE164(from) ? from : null;
}

/** Who is meant by what was typed, and what is known of them. */
async function recipient(
  ends: Ends,
  line: E164,
  to: string,
): Promise<{ read: PhoneNumber; known: Known | null }> {
  const { country, known } = await knownAtHome(ends, line, (country) => {
    const read = parsePhoneNumber(to, country);
    return read.ok ? read.number : null;
  });
  return { read: parsePhoneNumber(to, country), known };
}

function whyNotTo(line: E164, { standing, rules }: Known): string | null {
  return refusalOf(() => checkContact(line, standing, rules));
}

const MAYBE_TAKEN =
  "Slack is slow to answer, and I cannot tell whether I have taken this text. " +
  "Please look at the conversation's thread before you send it again.";

function refusalOf(check: () => void): string | null {
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    throw error;
  }
}
