import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { CatchUpFunction } from "../functions/catch_up.ts";

export const CatchUpWorkflow = DefineWorkflow({
  callback_id: "catch_up",
  title: "Catch up",
  description: "Makes good every hour what was lost on the way",
  input_parameters: {
    properties: {
      since: { type: Schema.types.string },
      done: { type: Schema.types.string },
      heavy: { type: Schema.types.string },
    },
    required: [],
  },
});

const { since, done, heavy } = CatchUpWorkflow.inputs;

CatchUpWorkflow.addStep(CatchUpFunction, { since, done, heavy });
