import { TriggerContextData, TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { CardButtonWorkflow } from "../workflows/card_button.ts";

const trigger: Trigger<typeof CardButtonWorkflow.definition> = {
  type: TriggerTypes.Shortcut,
  name: "Change a conversation",
  description: "For the buttons on a card that need no form",
  workflow: "#/workflows/card_button",
  inputs: {
    user_id: { value: TriggerContextData.Shortcut.user_id },
    conversation: { customizable: true },
    deed: { customizable: true },
  },
};

export default trigger;
