import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { HandleInboundFunction } from "../functions/handle_inbound.ts";

export const HandleInboundWorkflow = DefineWorkflow({
  callback_id: "handle_inbound",
  title: "Handle inbound text",
  description: "Rung by the relay when a text has come",
  input_parameters: {
    properties: {
      message_sid: { type: Schema.types.string },
      from: { type: Schema.types.string },
      to: { type: Schema.types.string },
      opt_out_type: { type: Schema.types.string },
    },
    required: ["message_sid", "from", "to"],
  },
});

HandleInboundWorkflow.addStep(HandleInboundFunction, {
  message_sid: HandleInboundWorkflow.inputs.message_sid,
  from: HandleInboundWorkflow.inputs.from,
  to: HandleInboundWorkflow.inputs.to,
  opt_out_type: HandleInboundWorkflow.inputs.opt_out_type,
});
