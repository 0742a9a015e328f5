import { TriggerContextData, TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { AssignWorkflow } from "../workflows/assign.ts";

const trigger: Trigger<typeof AssignWorkflow.definition> = {
  type: TriggerTypes.Shortcut,
  name: "Assign a conversation",
  description: "For the Assign button on a card",
  workflow: "#/workflows/assign",
  inputs: {
    interactivity: { value: TriggerContextData.Shortcut.interactivity },
    conversation: { customizable: true },
  },
};

export default trigger;
