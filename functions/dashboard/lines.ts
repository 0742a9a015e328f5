import { connectAsked } from "../../bridge/forms.ts";
import {
  connectForm,
  readConnectForm,
} from "../../bridge/slack/views/connect_form.ts";
import { dashboardView } from "../../bridge/slack/views/dashboard.ts";
import { carriedOut } from "../carried_out.ts";
import type { Dashboard } from "../clerk.ts";
import { ends, windows } from "../ends.ts";

/** Hears what is done to lines. */
export function hearLines(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("connect_line", async (context) => {
    const { interactivity_pointer: pointer } = context.body.interactivity;
    const form = connectForm(context.inputs.channel_id);
    await carriedOut(() => windows(context).push(pointer, form));
  });
  dashboard.addViewSubmissionHandler("connect_form", async (context) => {
    const typed = readConnectForm(context.view.state.values);
    const by = context.body.user.id;
    const connected = await connectAsked(ends(context), typed, by);
    if ("errors" in connected) {
      return { response_action: "errors", ...connected };
    }
    const view = dashboardView(connected.overview, connected.at);
    return { response_action: "update", view };
  });
}
