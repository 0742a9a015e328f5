import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { HandleReactionFunction } from "../functions/handle_reaction.ts";

export const HandleReactionWorkflow = DefineWorkflow({
  callback_id: "handle_reaction",
  title: "Handle reaction",
  description: "Started when somebody puts ✅ or ⏰ on a message",
  input_parameters: HandleReactionFunction.definition.input_parameters,
});

HandleReactionWorkflow.addStep(
  HandleReactionFunction,
  HandleReactionWorkflow.inputs,
);
