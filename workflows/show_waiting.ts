import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { ShowWaitingFunction } from "../functions/show_waiting.ts";

export const ShowWaitingWorkflow = DefineWorkflow({
  callback_id: "show_waiting",
  title: "Show texts that wait",
  description: "Goes on showing texts that came faster than Slack takes them",
  input_parameters: {
    properties: {
      line: { type: Schema.types.string },
      since: { type: Schema.types.string },
      seen: { type: Schema.types.string },
    },
    required: ["line", "since"],
  },
});

const { line, since, seen } = ShowWaitingWorkflow.inputs;

ShowWaitingWorkflow.addStep(ShowWaitingFunction, { line, since, seen });
