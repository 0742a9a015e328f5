import { TriggerContextData, TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { MoveConversationWorkflow } from "../workflows/move_conversation.ts";

const trigger: Trigger<typeof MoveConversationWorkflow.definition> = {
  type: TriggerTypes.Shortcut,
  name: "Move a conversation",
  description: "For the buttons that decide where a conversation is",
  workflow: "#/workflows/move_conversation",
  inputs: {
    user_id: { value: TriggerContextData.Shortcut.user_id },
    channel_id: { value: TriggerContextData.Shortcut.channel_id },
    message_ts: { value: TriggerContextData.Shortcut.message_ts },
    conversation: { customizable: true },
    deed: { customizable: true },
  },
};

export default trigger;
