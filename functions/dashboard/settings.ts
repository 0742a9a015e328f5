import {
  changeSettings,
  readSettings,
} from "../../bridge/settings/workspace_settings.ts";
import {
  readSettingsForm,
  settingsSaved,
  settingsView,
} from "../../bridge/slack/views/settings_form.ts";
import { ends } from "../ends.ts";
import type { Dashboard } from "./dashboard.ts";
import { pushFilled } from "./fill.ts";

/** Hears what is done to the settings. */
export function hearSettings(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("settings", async (context) => {
    await pushFilled(context, "Settings", async () => {
      const person = context.body.user.id;
      return settingsView(await readSettings(ends(context), person));
    });
  });
  dashboard.addViewSubmissionHandler("settings_form", async (context) => {
    const typed = readSettingsForm(context.view.state.values);
    const person = context.body.user.id;
    const changed = await changeSettings(ends(context), typed, person);
    if ("errors" in changed) return { response_action: "errors", ...changed };
    return { response_action: "update", view: settingsSaved(changed) };
  });
}
