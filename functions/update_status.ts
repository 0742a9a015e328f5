import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import { recordStatus } from "../bridge/texts/record_status.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const UpdateStatusFunction = DefineFunction({
  callback_id: "update_status",
  title: "Update status",
  description: "Marks a text as the carrier says it fared",
  source_file: "functions/update_status.ts",
  input_parameters: {
    properties: { message_sid: { type: Schema.types.string } },
    required: ["message_sid"],
  },
});

/** Anyone who knows the webhook's address can ring: what is said is checked, and only the carrier's record counts. */
const Sid = z.string().check(z.regex(/^(SM|MM)[0-9a-f]{32}$/));

export default SlackFunction(UpdateStatusFunction, async (context) => {
  const { data: sid } = Sid.safeParse(context.inputs.message_sid);
  if (!sid) {
    console.log("ring ignored: not a text's id");
    return { outputs: {} };
  }
  return await carriedOut(() => recordStatus(ends(context), sid), sid);
});
