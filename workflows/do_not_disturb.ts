import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { DoNotDisturbFunction } from "../functions/do_not_disturb.ts";

export const DoNotDisturbWorkflow = DefineWorkflow({
  callback_id: "do_not_disturb",
  title: "Do Not Disturb",
  description: "Started by the Do Not Disturb button on a card",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      conversation: { type: Schema.types.string },
    },
    required: ["interactivity", "conversation"],
  },
});

DoNotDisturbWorkflow.addStep(DoNotDisturbFunction, {
  interactivity: DoNotDisturbWorkflow.inputs.interactivity,
  conversation: DoNotDisturbWorkflow.inputs.conversation,
});
