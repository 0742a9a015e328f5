import { TriggerContextData, TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { ConsentWorkflow } from "../workflows/consent.ts";

const trigger: Trigger<typeof ConsentWorkflow.definition> = {
  type: TriggerTypes.Shortcut,
  name: "Consent",
  description: "For the buttons that mark a contact as opted out or in",
  workflow: "#/workflows/consent",
  inputs: {
    interactivity: { value: TriggerContextData.Shortcut.interactivity },
    conversation: { customizable: true },
  },
};

export default trigger;
