import { type Errors, errorsByField } from "../form_errors.ts";
import { countryAt } from "../lines/country_at_home.ts";
import { lineOf } from "../lines/line_of.ts";
import type { Disturbed, Ends, Standing } from "../ports.ts";
import { Outage, Refusal } from "../refusal.ts";
import { parseConversationKey } from "../sms/conversation.ts";
import type { E164 } from "../sms/e164.ts";
import { parsePhoneNumber } from "../sms/phone_number.ts";
import { disturbAgain, disturbNoMore, standingOf } from "./do_not_disturb.ts";

const TRY_AGAIN =
  "Slack is slow to answer, and I cannot tell whether this is done. Please try again: it is not done twice.";

/** What a card's button asks about, checked: anybody can make a button say what they like. */
export async function contactOfCard(
  { conversations }: Ends,
  conversation: string,
): Promise<{ line: E164; contact: E164 }> {
  const parsed = parseConversationKey(conversation);
  const [opening] = parsed ? await conversations.openings([parsed.line]) : [];
  if (parsed && opening) return parsed;
  throw new Refusal(
    "This card belongs to no line that is connected.",
    "Open Clerk from the / menu instead.",
  );
}

/** What the form behind a card's button is about. */
export async function disturbanceOf(
  ends: Ends,
  contact: E164,
): Promise<{ standing: Standing; listed: Disturbed | null }> {
  const [standing, listed] = await Promise.all([
    standingOf(ends, contact),
    ends.doNotDisturb.find(contact),
  ]);
  return { standing, listed: standing.doNotDisturb && listed };
}

/** Puts somebody on Do Not Disturb by the number that was typed; or says by field why not. */
export async function disturbAsked(
  ends: Ends,
  { number, why, channel }: {
    number: string;
    why: string;
    /** Where it is asked: the number is read as that line would dial it. */
    channel: string | undefined;
  },
  by: string,
): Promise<Errors | { contact: E164 }> {
  return await errorsByField("number", TRY_AGAIN, async () => {
    const [line, rules] = await Promise.all([
      lineOf(ends, channel),
      ends.conversations.rules(),
    ]);
    const read = parsePhoneNumber(number, countryAt(line, rules));
    if (!read.ok) return { errors: { number: read.why } };
    const done = await disturbKnown(ends, read.number, why, by);
    return "errors" in done
      ? { errors: { number: done.errors.why ?? TRY_AGAIN } }
      : { contact: read.number };
  });
}

/** Puts a contact on Do Not Disturb; or says under the reason why not. */
export async function disturbKnown(
  ends: Ends,
  contact: E164,
  why: string,
  by: string,
): Promise<Errors | { done: true }> {
  return await errorsByField("why", TRY_AGAIN, async () => {
    const names = await ends.desk.names([by]);
    await disturbNoMore(ends, contact, {
      by: names.get(by) ?? "a teammate",
      at: ends.clock.now(),
      why: why.trim(),
    });
    return { done: true };
  });
}

/** Takes a contact off Do Not Disturb. @returns what is to be said if that was not done. */
export async function disturbAgainAsked(
  ends: Ends,
  contact: E164,
): Promise<string | null> {
  try {
    await disturbAgain(ends, contact);
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.sentence;
    if (!(error instanceof Outage)) throw error;
    console.error(error.message);
    return TRY_AGAIN;
  }
}
