import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { CardButtonFunction } from "../functions/card_button.ts";

export const CardButtonWorkflow = DefineWorkflow({
  callback_id: "card_button",
  title: "Change a conversation",
  description: "Started by the buttons on a card that need no form",
  input_parameters: {
    properties: {
      user_id: { type: Schema.slack.types.user_id },
      conversation: { type: Schema.types.string },
      deed: { type: Schema.types.string },
    },
    required: ["user_id", "conversation", "deed"],
  },
});

CardButtonWorkflow.addStep(CardButtonFunction, {
  user_id: CardButtonWorkflow.inputs.user_id,
  conversation: CardButtonWorkflow.inputs.conversation,
  deed: CardButtonWorkflow.inputs.deed,
});
