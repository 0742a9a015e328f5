import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { AssignFunction } from "../functions/assign.ts";

export const AssignWorkflow = DefineWorkflow({
  callback_id: "assign",
  title: "Assign a conversation",
  description: "Started by the Assign button on a card",
  input_parameters: AssignFunction.definition.input_parameters,
});

AssignWorkflow.addStep(AssignFunction, AssignWorkflow.inputs);
