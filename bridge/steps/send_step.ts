import type { Ends } from "../ports.ts";
import type { Sent } from "../texts/send_text.ts";
import type { Request } from "../texts/request.ts";
import { lineNamed, numberNamed } from "./named_line.ts";

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
  const { to, message, line: written, channel_id } = inputs;
  const { line, country } = await lineNamed(ends, written, channel_id);
  return {
    id,
    line,
    contact: numberNamed(to, country),
    body: message,
    channel: channel_id ?? null,
    by: inputs.sent_by ?? null,
  };
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
