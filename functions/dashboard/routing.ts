import {
  changeRouting,
  readRouting,
  removeRoute,
} from "../../bridge/settings/routing.ts";
import {
  readRoutingForm,
  routingView,
} from "../../bridge/slack/views/routing.ts";
import { carriedOut } from "../carried_out.ts";
import { ends } from "../ends.ts";
import type { Dashboard } from "./dashboard.ts";
import { fill, pushFilled } from "./fill.ts";

/** Hears what is done to the rules for where conversations begin. */
export function hearRouting(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("routing", async (context) => {
    await pushFilled(context, "Where texts go", async () => {
      const person = context.body.user.id;
      return routingView(await readRouting(ends(context), person));
    });
  });
  dashboard.addBlockActionsHandler("route_remove", async (context) => {
    const { action, body: { user, view } } = context;
    if (!view) return;
    await carriedOut(() =>
      fill(context, view.id, async () => {
        const written = String(action.value);
        const routing = await removeRoute(ends(context), written, user.id);
        return routingView(routing, "✅ Removed.");
      }, view.hash)
    );
  });
  dashboard.addViewSubmissionHandler("routing_form", async (context) => {
    const typed = readRoutingForm(context.view.state.values);
    const person = context.body.user.id;
    const changed = await changeRouting(ends(context), typed, person);
    if ("errors" in changed) return { response_action: "errors", ...changed };
    return {
      response_action: "update",
      view: routingView(changed, "✅ Saved."),
    };
  });
}
