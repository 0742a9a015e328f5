import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { MoveConversationFunction } from "../functions/move_conversation.ts";

export const MoveConversationWorkflow = DefineWorkflow({
  callback_id: "move_conversation",
  title: "Move a conversation",
  description: "Started by the buttons that decide where a conversation is",
  input_parameters: MoveConversationFunction.definition.input_parameters,
});

MoveConversationWorkflow.addStep(
  MoveConversationFunction,
  MoveConversationWorkflow.inputs,
);
