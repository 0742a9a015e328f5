import type { Channel } from "./channels.ts";
import type { Workspace } from "./workspace.ts";

/** A channel as `conversations.*` gives it to one member. */
export function shownChannel(
  workspace: Workspace,
  channel: Channel,
  viewer: string,
): Record<string, unknown> {
  if (channel.is_im) {
    return {
      id: channel.id,
      created: channel.created,
      is_archived: channel.is_archived,
      is_im: true,
      is_org_shared: false,
      context_team_id: workspace.team.id,
      user: channel.members.find((member) => member !== viewer),
    };
  }
  return {
    id: channel.id,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: !channel.is_private,
    is_group: channel.is_private,
    is_im: false,
    is_mpim: false,
    is_private: channel.is_private,
    is_archived: channel.is_archived,
    is_general: channel.is_general,
    is_member: channel.members.includes(viewer),
    is_shared: false,
    is_ext_shared: false,
    is_org_shared: false,
    created: channel.created,
    creator: channel.creator,
    context_team_id: workspace.team.id,
    previous_names: channel.previous_names,
    topic: channel.topic,
    purpose: channel.purpose,
  };
}
