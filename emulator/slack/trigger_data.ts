import type { Change } from "./changes.ts";
import type { Channel } from "./channels.ts";
import type { Workspace } from "./workspace.ts";

/** `{{data.…}}` that each kind of trigger offers; https://docs.slack.dev/tools/deno-slack-sdk/guides/creating-event-triggers. */
export const TRIGGER_DATA: Readonly<Record<string, readonly string[]>> = {
  "shortcut": [
    "action_id",
    "block_id",
    "channel_id",
    "interactivity",
    "location",
    "message_ts",
    "user_id",
  ],
  "scheduled": ["user_id"],
  "webhook": [],
  "slack#/events/message_posted": [
    "channel_id",
    "channel_type",
    "event_type",
    "message_ts",
    "text",
    "thread_ts",
    "user_id",
  ],
  "slack#/events/reaction_added": [
    "channel_id",
    "event_type",
    "message_context",
    "message_link",
    "message_ts",
    "reaction",
    "user_id",
    "item_user",
  ],
};

/** How `message_ts` and `thread_ts` of a thread's reply are to be read: Slack's own comments disagree. */
export type ThreadTsReading = "usual" | "swapped";

type Data = Record<string, unknown>;

/** The events that a change amounts to, with their data. */
export function eventsOf(
  workspace: Workspace,
  change: Change,
  reading: ThreadTsReading,
): { event_type: string; data: Data }[] {
  const channel = workspace.channels.get(change.channel_id ?? "");
  if (!channel) return [];
  const about = {
    channel_id: channel.id,
    channel_type: channelType(channel),
    user_id: change.user_id ?? null,
  };
  const event = (name: string, data: Data) => {
    const event_type = `slack#/events/${name}`;
    return { event_type, data: { ...about, event_type, ...data } };
  };
  switch (`${change.kind} ${change.action}`) {
    case "message posted":
      return messageEvents(workspace, change, reading, event);
    case "reaction added":
    case "reaction removed":
      return [event(`reaction_${change.action}`, {
        ...reactionData(workspace, change),
      })];
    case "pin added":
    case "pin removed":
      return [event(`pin_${change.action}`, {
        channel_name: channel.name,
        message_ts: change.ts,
      })];
    case "channel archived":
    case "channel unarchived":
    case "channel renamed":
      return [event(`channel_${change.action}`, {
        channel_name: channel.name,
      })];
    case "channel created":
      return [event("channel_created", {
        channel_name: channel.name,
        created: channel.created,
        creator_id: channel.creator,
      })];
    default:
      return [];
  }
}

function messageEvents(
  workspace: Workspace,
  change: Change,
  reading: ThreadTsReading,
  event: (name: string, data: Data) => { event_type: string; data: Data },
) {
  const message = workspace.messages.get(
    change.channel_id ?? "",
    change.ts ?? "",
  );
  if (!message) return [];
  const swapped = reading === "swapped" && message.thread_ts !== undefined;
  const data = {
    message_ts: swapped ? message.thread_ts : message.ts,
    thread_ts: swapped ? message.ts : message.thread_ts ?? null,
    text: message.text,
    user_id: message.user ?? null,
  };
  const events = [event("message_posted", data)];
  if (message.text.includes(`<@${workspace.bot.user_id}>`)) {
    events.push(event("app_mentioned", {
      app_id: workspace.app_id,
      channel_name: workspace.channels.get(message.channel)?.name,
      message_ts: message.ts,
      text: message.text,
      user_id: message.user ?? null,
    }));
  }
  return events;
}

function reactionData(workspace: Workspace, change: Change): Data {
  const channel = change.channel_id ?? "";
  const ts = change.ts ?? "";
  const message = workspace.messages.get(channel, ts);
  const data: Data = { message_ts: ts, reaction: change.id };
  if (change.action === "removed") return data;
  const thread = message?.thread_ts;
  return {
    ...data,
    message_context: { message_ts: ts, channel_id: channel },
    message_link: workspace.permalink(channel, ts),
    ...(thread &&
      { parent_message_link: workspace.permalink(channel, thread) }),
    item_user: message?.user ?? null,
  };
}

/** As events name it. */
export function channelType(channel: Channel): string {
  if (channel.is_im) return "im";
  return channel.is_private ? "private" : "public";
}
