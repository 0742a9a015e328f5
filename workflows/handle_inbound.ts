import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { HandleInboundFunction } from "../functions/handle_inbound.ts";

export const HandleInboundWorkflow = DefineWorkflow({
  callback_id: "handle_inbound",
  title: "Handle inbound text",
  description: "Rung by the relay when a text has come",
  input_parameters: HandleInboundFunction.definition.input_parameters,
});

HandleInboundWorkflow.addStep(
  HandleInboundFunction,
  HandleInboundWorkflow.inputs,
);
