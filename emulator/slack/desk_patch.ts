import type { Change } from "./changes.ts";
import {
  deskChannel,
  deskMessages,
  deskShortcuts,
  deskViews,
  maySee,
} from "./desk_state.ts";
import type { Person } from "./people.ts";
import { shownMessage } from "./shown_message.ts";
import type { Slack } from "./slack.ts";

type Shown = Record<string, unknown>;

/** What one change alters of what a person is shown; each part stands as it is now and replaces what stood there. */
export interface DeskPatch {
  /** Messages of one channel: those that are new or changed, and the `ts` of those that are gone. */
  messages?: { channel: string; shown: Shown[]; gone: string[] };
  channel?: Shown;
  /** A channel that the person no longer sees. */
  channelGone?: string;
  ephemeral?: Shown;
  views?: Shown[];
  shortcuts?: Shown[];
}

/** The alteration that a change makes for one person; null when it is none of theirs to see. */
export function deskPatch(
  slack: Slack,
  person: Person,
  change: Change,
): DeskPatch | null {
  switch (change.kind) {
    case "message":
    case "reaction":
      return messagePatch(slack, person, change);
    case "pin": {
      const patch = messagePatch(slack, person, change);
      return patch && { ...patch, ...channelPatch(slack, person, change) };
    }
    case "channel":
      return channelPatch(slack, person, change);
    case "ephemeral":
      return ephemeralPatch(slack, person, change);
    case "view":
      return change.user_id === person.id
        ? { views: deskViews(slack, person) }
        : null;
    case "trigger":
      return { shortcuts: deskShortcuts(slack) };
    default:
      return null;
  }
}

/** A reply alters its thread's parent too: the count under it. */
function messagePatch(
  { workspace }: Slack,
  person: Person,
  { channel_id = "", ts = "", thread_ts }: Change,
): DeskPatch | null {
  const channel = workspace.channels.get(channel_id);
  if (!channel || !maySee(channel, person)) return null;
  const touched = thread_ts === undefined ? [ts] : [ts, thread_ts];
  const shown: Shown[] = [];
  const gone: string[] = [];
  for (const one of touched) {
    const message = workspace.messages.get(channel_id, one);
    if (message) shown.push(shownMessage(workspace, message));
    else gone.push(one);
  }
  return { messages: { channel: channel_id, shown, gone } };
}

function channelPatch(
  slack: Slack,
  person: Person,
  { channel_id = "", action, user_id }: Change,
): DeskPatch | null {
  const channel = slack.workspace.channels.get(channel_id);
  if (!channel) return null;
  if (!maySee(channel, person)) {
    // To say that a channel is gone tells that it is there; only who just left it may know.
    return action === "left" && user_id === person.id
      ? { channelGone: channel_id }
      : null;
  }
  const entered = channel.is_private && action === "joined" &&
    user_id === person.id;
  return {
    channel: deskChannel(slack, channel, person),
    ...(entered && {
      messages: {
        channel: channel_id,
        shown: deskMessages(slack, channel_id),
        gone: [],
      },
    }),
  };
}

function ephemeralPatch(
  { workspace }: Slack,
  person: Person,
  { ts = "", user_id }: Change,
): DeskPatch | null {
  const ephemeral = workspace.ephemerals.get(ts);
  if (user_id !== person.id || !ephemeral) return null;
  return { ephemeral: { ...ephemeral } };
}
