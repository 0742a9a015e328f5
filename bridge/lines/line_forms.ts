import { type Errors, errorsByField } from "../form_errors.ts";
import type { CarrierLine, Ends } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { type E164, isE164 } from "../sms/e164.ts";
import { parsePhoneNumber } from "../sms/phone_number.ts";
import { connectAskedChannel } from "./connect_channel.ts";
import { connectLine } from "./connect_line.ts";

const TRY_AGAIN = "Slack or Twilio is slow to answer. Please try again.";

/** Connects the line that the connect form asks for; or says by field why not. */
export async function connectAsked(
  ends: Ends,
  { line, name, channel }: { line: string; name: string; channel: string },
  by: string,
): Promise<Errors | { line: CarrierLine }> {
  // It is read as an American number unless it is written with its country: no line tells the country yet.
  const read = parsePhoneNumber(line, "US");
  if (!read.ok) return { errors: { line: read.why } };
  return await errorsByField("line", TRY_AGAIN, async () => {
    const wish = { line: read.number, channel, ...(name ? { name } : {}) };
    return { line: await connectLine(ends, wish, by) };
  });
}

/** Changes a connected line as its form says; or says by field why not. */
export async function changeAsked(
  ends: Ends,
  line: E164,
  typed: { name: string; channel: string; isDefault: boolean },
  by: string,
): Promise<Errors | { line: CarrierLine }> {
  return await errorsByField("channel", TRY_AGAIN, async () => {
    const [opening] = await ends.conversations.openings([line]);
    if (!opening) {
      throw new Refusal(
        "This line is not connected any more: somebody has taken it off meanwhile.",
        "Close this and look at the list again.",
      );
    }
    return { line: await connectLine(ends, { line, ...typed }, by) };
  });
}

/** Connects the channel that the form asks for; or says by field why not. */
export async function connectChannelAsked(
  ends: Ends,
  { channel, sender }: { channel: string; sender: string | null },
  by: string,
): Promise<Errors | { connected: true }> {
  return await errorsByField("channel", TRY_AGAIN, async () => {
    const line = sender && isE164(sender) ? sender : null;
    await connectAskedChannel(ends, channel, by, line);
    return { connected: true };
  });
}
