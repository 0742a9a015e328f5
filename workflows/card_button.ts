import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { CardButtonFunction } from "../functions/card_button.ts";

export const CardButtonWorkflow = DefineWorkflow({
  callback_id: "card_button",
  title: "Change a conversation",
  description: "Started by the buttons on a card that need no form",
  input_parameters: CardButtonFunction.definition.input_parameters,
});

CardButtonWorkflow.addStep(CardButtonFunction, CardButtonWorkflow.inputs);
