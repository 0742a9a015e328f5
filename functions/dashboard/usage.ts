import { usageReport } from "../../bridge/plan/usage_report.ts";
import { usageView } from "../../bridge/slack/views/usage.ts";
import { allEnds } from "../all_ends.ts";
import type { Dashboard } from "./dashboard.ts";
import { pushFilled } from "./fill.ts";

/** Hears who wants to see the usage. */
export function hearUsage(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("usage", async (context) => {
    await pushFilled(
      context,
      "Usage",
      async () => usageView(await usageReport(allEnds(context))),
    );
  });
}
