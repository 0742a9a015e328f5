import {
  changeTeamwork,
  readTeamwork,
} from "../../bridge/settings/teamwork.ts";
import {
  readTeamworkForm,
  teamworkSaved,
  teamworkView,
} from "../../bridge/slack/views/teamwork_form.ts";
import { ends } from "../ends.ts";
import type { Dashboard } from "./dashboard.ts";
import { pushFilled } from "./fill.ts";

/** Hears how the team is to work together. */
export function hearTeamwork(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("teamwork", async (context) => {
    await pushFilled(context, "Teamwork", async () => {
      const person = context.body.user.id;
      return teamworkView(await readTeamwork(ends(context), person));
    });
  });
  dashboard.addViewSubmissionHandler("teamwork_form", async (context) => {
    const typed = readTeamworkForm(context.view.state.values);
    const person = context.body.user.id;
    const changed = await changeTeamwork(ends(context), typed, person);
    if ("errors" in changed) return { response_action: "errors", ...changed };
    return { response_action: "update", view: teamworkSaved(changed) };
  });
}
