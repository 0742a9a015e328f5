import { DefineWorkflow, Schema } from "deno-slack-sdk/mod.ts";
import { UpdateStatusFunction } from "../functions/update_status.ts";

export const UpdateStatusWorkflow = DefineWorkflow({
  callback_id: "update_status",
  title: "Update status",
  description: "Rung by the relay when the fate of a text is known",
  input_parameters: {
    properties: { message_sid: { type: Schema.types.string } },
    required: ["message_sid"],
  },
});

UpdateStatusWorkflow.addStep(UpdateStatusFunction, {
  message_sid: UpdateStatusWorkflow.inputs.message_sid,
});
