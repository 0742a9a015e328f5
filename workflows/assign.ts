import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { AssignFunction } from "../functions/assign.ts";

export const AssignWorkflow = DefineWorkflow({
  callback_id: "assign",
  title: "Assign a conversation",
  description: "Started by the Assign button on a card",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      conversation: { type: Schema.types.string },
    },
    required: ["interactivity", "conversation"],
  },
});

AssignWorkflow.addStep(AssignFunction, {
  interactivity: AssignWorkflow.inputs.interactivity,
  conversation: AssignWorkflow.inputs.conversation,
});
