import type { Part } from "./block_kit/faults.ts";
import type { Person } from "./people.ts";
import type { Pointers } from "./pointers.ts";
import type { Workspace } from "./workspace.ts";

/** What every event of the client carries: who, where, and a fresh pointer to open a modal with. */
export function interactionBody(
  workspace: Workspace,
  pointers: Pointers,
  type: string,
  person: Person,
  place: { channel_id: string | null; view_id: string | null },
): Part {
  const { team, app_id } = workspace;
  const interactivity = pointers.issue({ user_id: person.id, ...place });
  return {
    type,
    team: { id: team.id, domain: team.domain },
    enterprise: null,
    is_enterprise_install: false,
    user: {
      id: person.id,
      name: person.name,
      username: person.name,
      team_id: team.id,
    },
    api_app_id: app_id,
    token: "",
    trigger_id: interactivity.interactivity_pointer,
    interactivity,
  };
}

/** One entry of `actions`. @param state what the element holds now; null for a button */
export function actionOf(
  workspace: Workspace,
  block: Part,
  element: Part,
  state: Part | null,
): Part {
  const action: Part = {
    type: element.type,
    action_id: element.action_id,
    block_id: block.block_id,
    action_ts: workspace.timestamps.next(),
  };
  for (const key of ["text", "style", "placeholder"]) {
    if (element[key] !== undefined) action[key] = element[key];
  }
  if (element.type === "button" && element.value !== undefined) {
    action.value = element.value;
  }
  return { ...action, ...state };
}
