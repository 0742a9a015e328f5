import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { ShowWaitingFunction } from "../functions/show_waiting.ts";

export const ShowWaitingWorkflow = DefineWorkflow({
  callback_id: "show_waiting",
  title: "Show texts that wait",
  description: "Goes on showing texts that came faster than Slack takes them",
  input_parameters: ShowWaitingFunction.definition.input_parameters,
});

ShowWaitingWorkflow.addStep(ShowWaitingFunction, ShowWaitingWorkflow.inputs);
