import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import { answerRing } from "../bridge/crowd/answer_ring.ts";
import { type E164, isE164, masked } from "../bridge/sms/e164.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const HandleInboundFunction = DefineFunction({
  callback_id: "handle_inbound",
  title: "Handle inbound text",
  description: "Shows a text that has come to one of your lines",
  source_file: "functions/handle_inbound.ts",
  input_parameters: {
    properties: {
      message_sid: { type: Schema.types.string },
      from: { type: Schema.types.string },
      to: { type: Schema.types.string },
      opt_out_type: { type: Schema.types.string },
    },
    required: ["message_sid", "from", "to"],
  },
});

const Number = z.custom<E164>((value) =>
  typeof value === "string" && isE164(value)
);
/** The webhook's address is its only lock, so whatever comes in is looked at as if a stranger had sent it. */
const Inputs = z.object({
  message_sid: z.string().check(z.regex(/^(SM|MM)[0-9a-f]{32}$/)),
  from: Number,
  to: Number,
  opt_out_type: z.optional(z.string()),
});

/** https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out */
const TAKEN_AS: Record<string, "stop" | "start"> = {
  STOP: "stop",
  START: "start",
};

export default SlackFunction(HandleInboundFunction, async (context) => {
  const { data: inputs } = Inputs.safeParse(context.inputs);
  if (!inputs) {
    console.log("ring ignored: not a text's id and two numbers");
    return { outputs: {} };
  }
  const { message_sid: sid, from, to } = inputs;
  const takenAs = TAKEN_AS[inputs.opt_out_type ?? ""] ?? null;
  const ring = { sid, contact: from, line: to, takenAs };
  return await carriedOut(
    () => answerRing(ends(context), ring),
    sid,
    masked(from),
  );
});
