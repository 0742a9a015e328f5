import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { UpdateStatusFunction } from "../functions/update_status.ts";

export const UpdateStatusWorkflow = DefineWorkflow({
  callback_id: "update_status",
  title: "Update status",
  description: "Rung by the relay when the fate of a text is known",
  input_parameters: UpdateStatusFunction.definition.input_parameters,
});

UpdateStatusWorkflow.addStep(UpdateStatusFunction, UpdateStatusWorkflow.inputs);
