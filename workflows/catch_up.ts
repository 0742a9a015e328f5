import { DefineWorkflow } from "deno-slack-sdk/mod.ts";
import { CatchUpFunction } from "../functions/catch_up.ts";

export const CatchUpWorkflow = DefineWorkflow({
  callback_id: "catch_up",
  title: "Catch up",
  description: "Makes good every hour what was lost on the way",
});

CatchUpWorkflow.addStep(CatchUpFunction, {});
