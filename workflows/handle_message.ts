import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { HandleMessageFunction } from "../functions/handle_message.ts";

export const HandleMessageWorkflow = DefineWorkflow({
  callback_id: "handle_message",
  title: "Handle message",
  description: "Started when something is posted in a connected channel",
  input_parameters: HandleMessageFunction.definition.input_parameters,
});

HandleMessageWorkflow.addStep(
  HandleMessageFunction,
  HandleMessageWorkflow.inputs,
);
