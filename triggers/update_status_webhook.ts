import { TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { UpdateStatusWorkflow } from "../workflows/update_status.ts";

const trigger: Trigger<typeof UpdateStatusWorkflow.definition> = {
  type: TriggerTypes.Webhook,
  name: "Text status",
  description: "The relay rings here when the fate of a text is known",
  workflow: "#/workflows/update_status",
  inputs: { message_sid: { value: "{{data.message_sid}}" } },
};

export default trigger;
