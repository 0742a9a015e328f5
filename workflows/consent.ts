import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { ConsentFunction } from "../functions/consent.ts";

export const ConsentWorkflow = DefineWorkflow({
  callback_id: "consent",
  title: "Consent",
  description: "Started by the buttons that mark a contact as opted out or in",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      conversation: { type: Schema.types.string },
    },
    required: ["interactivity", "conversation"],
  },
});

ConsentWorkflow.addStep(ConsentFunction, {
  interactivity: ConsentWorkflow.inputs.interactivity,
  conversation: ConsentWorkflow.inputs.conversation,
});
