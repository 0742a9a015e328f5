import type { Message } from "./messages.ts";
import { shownFile } from "./shown_file.ts";
import type { Workspace } from "./workspace.ts";

/** A message as the Web API gives it. Metadata only on request, as Slack does. */
export function shownMessage(
  workspace: Workspace,
  message: Message,
  options: { metadata?: boolean } = {},
): Record<string, unknown> {
  const replies = workspace.messages.repliesTo(message.channel, message.ts);
  const shown: Record<string, unknown> = {
    type: "message",
    ts: message.ts,
    text: message.text,
    team: workspace.team.id,
  };
  for (
    const key of [
      "subtype",
      "user",
      "bot_id",
      "app_id",
      "username",
      "icons",
      "blocks",
      "edited",
      "thread_ts",
    ] as const
  ) {
    if (message[key] !== undefined) shown[key] = message[key];
  }
  if (message.files) {
    shown.files = message.files.flatMap((id) => {
      const file = workspace.files.get(id);
      return file ? [shownFile(workspace, file)] : [];
    });
    shown.upload = true;
  }
  if (message.bot_id && !message.username) {
    shown.bot_profile = {
      id: message.bot_id,
      app_id: message.app_id,
      name: workspace.bot.name,
      deleted: false,
      team_id: workspace.team.id,
    };
  }
  if (options.metadata && message.metadata) shown.metadata = message.metadata;
  if (message.thread_ts) {
    const parent = workspace.messages.get(message.channel, message.thread_ts);
    const author = parent?.user ?? parent?.bot_id;
    if (author) shown.parent_user_id = author;
  } else if (replies.length > 0) {
    const users = [
      ...new Set(
        replies.flatMap((reply) => reply.user ?? reply.bot_id ?? []),
      ),
    ];
    shown.thread_ts = message.ts;
    shown.reply_count = replies.length;
    shown.reply_users_count = users.length;
    shown.reply_users = users.slice(0, 5);
    shown.latest_reply = replies[replies.length - 1]?.ts;
    shown.is_locked = false;
    shown.subscribed = false;
  }
  if (message.reactions.length > 0) {
    shown.reactions = message.reactions.map(({ name, users }) => ({
      name,
      users: [...users],
      count: users.length,
    }));
  }
  if (message.pinned) {
    shown.pinned_to = [message.channel];
    shown.pinned_info = {
      channel: message.channel,
      pinned_by: message.pinned.by,
      pinned_ts: message.pinned.at,
    };
  }
  return shown;
}
