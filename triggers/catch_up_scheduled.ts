import { TriggerTypes } from "deno-slack-api/mod.ts";
import type { Trigger } from "deno-slack-api/types.ts";
import type { CatchUpWorkflow } from "../workflows/catch_up.ts";

/** The start must be in the future when the trigger is made; every hour is the shortest period that Slack offers. */
const inFiveMinutes = new Date(Date.now() + 5 * 60_000).toISOString();

const trigger: Trigger<typeof CatchUpWorkflow.definition> = {
  type: TriggerTypes.Scheduled,
  name: "Catch up every hour",
  description: "Makes good what was lost on the way",
  workflow: "#/workflows/catch_up",
  schedule: { start_time: inFiveMinutes, frequency: { type: "hourly" } },
};

export default trigger;
