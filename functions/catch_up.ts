import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import { catchUp } from "../bridge/catch_up/catch_up.ts";
import { carriedOut } from "./carried_out.ts";
import { hourlyEnds } from "./hourly_ends.ts";

export const CatchUpFunction = DefineFunction({
  callback_id: "catch_up",
  title: "Catch up",
  description:
    "Makes good what was lost on the way between Slack and the carrier",
  source_file: "functions/catch_up.ts",
  input_parameters: {
    properties: {
      since: {
        type: Schema.types.string,
        description: "When the catch-up began that this run goes on with",
      },
      done: { type: Schema.types.string },
      heavy: { type: Schema.types.string },
    },
    required: [],
  },
});

const Inputs = z.object({
  since: z.optional(z.string()),
  done: z.optional(z.string()),
  heavy: z.optional(z.string()),
});

export default SlackFunction(CatchUpFunction, async (context) => {
  const { since, done = "", heavy } = z.parse(Inputs, context.inputs);
  const before = since
    ? { since: Number(since), done: done.split(" "), heavy }
    : undefined;
  return await carriedOut(() => catchUp(hourlyEnds(context), before));
});
