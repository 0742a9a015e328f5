import { TriggerContextData, TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { ClerkWorkflow } from "../workflows/clerk.ts";

const trigger: Trigger<typeof ClerkWorkflow.definition> = {
  type: TriggerTypes.Shortcut,
  name: "Clerk",
  description: "Text people, and see who is waiting for an answer",
  workflow: "#/workflows/clerk",
  inputs: {
    interactivity: { value: TriggerContextData.Shortcut.interactivity },
    channel_id: { value: TriggerContextData.Shortcut.channel_id },
  },
};

export default trigger;
