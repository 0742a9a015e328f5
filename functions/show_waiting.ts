import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import { workOffLine } from "../bridge/crowd/work_off_line.ts";
import { type E164, isE164 } from "../bridge/sms/e164.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const ShowWaitingFunction = DefineFunction({
  callback_id: "show_waiting",
  title: "Show texts that wait",
  description: "Goes on showing texts that came faster than Slack takes them",
  source_file: "functions/show_waiting.ts",
  input_parameters: {
    properties: {
      line: { type: Schema.types.string },
      since: { type: Schema.types.string },
      seen: { type: Schema.types.string },
      spare: { type: Schema.types.string },
    },
    required: ["line", "since"],
  },
});

const Inputs = z.object({
  line: z.custom<E164>((value) => typeof value === "string" && isE164(value)),
  since: z.string(),
  seen: z.optional(z.string()),
  spare: z.optional(z.string()),
});

export default SlackFunction(ShowWaitingFunction, async (context) => {
  const { line, since, seen = "", spare } = z.parse(Inputs, context.inputs);
  const done = seen.split(" ").filter(Boolean);
  const leftOver = { line, since: Number(since), seen: done, spare };
  const by = `errand ${Date.now()}`;
  return await carriedOut(() => workOffLine(ends(context), leftOver, by));
});
