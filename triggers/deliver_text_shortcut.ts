import { TriggerContextData, TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { DeliverTextWorkflow } from "../workflows/deliver_text.ts";

const trigger: Trigger<typeof DeliverTextWorkflow.definition> = {
  type: TriggerTypes.Shortcut,
  name: "Retry a failed text",
  description: "For the Retry button under a failed text",
  workflow: "#/workflows/deliver_text",
  inputs: {
    channel_id: { value: TriggerContextData.Shortcut.channel_id },
    user_id: { value: TriggerContextData.Shortcut.user_id },
    thread_ts: { customizable: true },
    message_ts: { customizable: true },
    attempt: { customizable: true },
  },
};

export default trigger;
