import { TriggerContextData, TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { DoNotDisturbWorkflow } from "../workflows/do_not_disturb.ts";

const trigger: Trigger<typeof DoNotDisturbWorkflow.definition> = {
  type: TriggerTypes.Shortcut,
  name: "Do Not Disturb",
  description: "For the Do Not Disturb button on a card",
  workflow: "#/workflows/do_not_disturb",
  inputs: {
    interactivity: { value: TriggerContextData.Shortcut.interactivity },
    conversation: { customizable: true },
  },
};

export default trigger;
