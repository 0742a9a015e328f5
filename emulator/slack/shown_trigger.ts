import { TRIGGER_DATA } from "./trigger_data.ts";
import type { Trigger } from "./triggers.ts";
import type { Workspace } from "./workspace.ts";

/** A trigger as `workflows.triggers.*` gives it. */
export function shownTrigger(
  workspace: Workspace,
  trigger: Trigger,
): Record<string, unknown> {
  const { definition } = trigger;
  const workflow = workspace.manifest.workflows[trigger.workflow];
  const shown: Record<string, unknown> = {
    id: trigger.id,
    type: definition.type,
    name: definition.name,
    description: definition.description ?? "",
    workflow: {
      id: `Fn${trigger.workflow}`,
      workflow_id: `Wf${trigger.workflow}`,
      callback_id: trigger.workflow,
      title: workflow?.title ?? "",
      description: workflow?.description ?? "",
      type: "workflow",
      input_parameters: Object.entries(
        workflow?.input_parameters.properties ?? {},
      ).map(([name, parameter]) => ({
        name,
        type: parameter.type,
        is_required: workflow?.input_parameters.required.includes(name),
      })),
      output_parameters: [],
      app_id: workspace.app_id,
      app: {
        id: workspace.app_id,
        name: workspace.manifest.display_information.name,
        icons: iconsOf(workspace),
      },
      date_created: trigger.created,
      date_updated: trigger.updated,
      date_deleted: 0,
    },
    inputs: definition.inputs,
    outputs: {},
    available_data: Object.fromEntries(
      (TRIGGER_DATA[definition.event?.event_type ?? definition.type] ?? [])
        .map((name) => [name, { name, type: "string" }]),
    ),
    date_created: trigger.created,
    date_updated: trigger.updated,
  };
  if (definition.type === "shortcut") shown.shortcut_url = trigger.url;
  if (definition.type === "webhook") {
    shown.webhook_url = trigger.url;
    if (definition.webhook?.filter) shown.filter = definition.webhook.filter;
  }
  if (definition.event) {
    shown.event_type = definition.event.event_type;
    shown.channel_ids = definition.event.channel_ids;
    shown.filter = definition.event.filter;
  }
  if (definition.schedule) shown.schedule = definition.schedule;
  return shown;
}

/** Every app has a picture, in four sizes. */
function iconsOf({ team, app_id }: Workspace): Record<string, string> {
  return Object.fromEntries([32, 48, 64, 72].map((size) => [
    `image_${size}`,
    `https://${team.domain}.slack.com/icons/${app_id}_${size}.png`,
  ]));
}
