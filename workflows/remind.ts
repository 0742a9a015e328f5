import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { RemindFunction } from "../functions/remind.ts";

export const RemindWorkflow = DefineWorkflow({
  callback_id: "remind",
  title: "Remind of who waits",
  description:
    "Reminds of who has waited long enough, and brings back what was put off until now",
});

RemindWorkflow.addStep(RemindFunction, {});
