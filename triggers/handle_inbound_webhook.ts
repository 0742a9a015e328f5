import { TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { HandleInboundWorkflow } from "../workflows/handle_inbound.ts";

const trigger: Trigger<typeof HandleInboundWorkflow.definition> = {
  type: TriggerTypes.Webhook,
  name: "Inbound text",
  description: "The relay rings here when a text has come",
  workflow: "#/workflows/handle_inbound",
  inputs: {
    message_sid: { value: "{{data.message_sid}}" },
    from: { value: "{{data.from}}" },
    to: { value: "{{data.to}}" },
    opt_out_type: { value: "{{data.opt_out_type}}" },
  },
};

export default trigger;
