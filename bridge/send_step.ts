import { lineOf } from "./line_of.ts";
import type { Ends } from "./ports.ts";
import { Refusal } from "./refusal.ts";
import { homeCountry, parsePhoneNumber } from "./sms/phone_number.ts";
import type { Sent } from "./send_text.ts";
import type { Request } from "./show_request.ts";

/** What the Send Text step is given: written by people or filled in by a workflow. */
export interface SendInputs {
  to: string;
  message: string;
  line?: string;
  channel_id?: string;
  sent_by?: string;
}

/**
 * Reads a request from the step's inputs, with the workspace's first line and the line's own channel where none is named.
 * @throws Refusal when a number cannot be read or no line is connected.
 */
export async function readRequest(
  ends: Ends,
  id: string,
  inputs: SendInputs,
): Promise<Request> {
  const usual = await lineOf(ends, inputs.channel_id);
  if (!usual) {
    throw new Refusal(
      "No line is connected yet.",
      "Open Clerk from the / menu and connect one of your numbers first.",
    );
  }
  const line = inputs.line ? numberIn(inputs.line, homeCountry(usual)) : usual;
  const [opening] = await ends.conversations.openings([line]);
  if (!opening) {
    throw new Refusal(
      `${line} is not one of the connected lines.`,
      "Use a connected line, or leave the line empty.",
    );
  }
  return {
    id,
    line,
    contact: numberIn(inputs.to, homeCountry(line)),
    body: inputs.message,
    channel: inputs.channel_id ?? opening.channel,
    by: inputs.sent_by ?? null,
  };
}

function numberIn(written: string, home: ReturnType<typeof homeCountry>) {
  const read = parsePhoneNumber(written, home);
  if (!read.ok) throw new Refusal(read.why, "Nothing was sent.");
  return read.number;
}

/** What the step tells the workflow: a refused text completes too, with the reason, so that the workflow can go on. */
export async function sentOutputs(
  { desk }: Ends,
  { delivery, spot }: Sent,
): Promise<
  {
    sent: boolean;
    reason?: string;
    message_id?: string;
    status?: string;
    link?: string;
  }
> {
  const link = await desk.permalink(spot);
  if ("sid" in delivery) {
    const { sid, stage } = delivery;
    return { sent: true, message_id: sid, status: stage, link };
  }
  if ("refused" in delivery) {
    return { sent: false, reason: delivery.refused.sentence, link };
  }
  if ("unknown" in delivery) {
    return {
      sent: false,
      reason:
        "The carrier gave no answer; Clerk is finding out whether the text left.",
      status: "unknown",
      link,
    };
  }
  return { sent: false, reason: `Nothing to do: ${delivery.skipped}.`, link };
}
