import type { Channel } from "./channels.ts";
import type { Message } from "./messages.ts";
import type { MethodContext } from "./method.ts";
import { refuse } from "./refusal.ts";
import { needScope } from "./tokens.ts";

/** Scopes come in one kind for each kind of conversation. */
export function scopesFor(action: "history" | "read"): string[] {
  return [`channels:${action}`, `groups:${action}`, `im:${action}`];
}

/** A channel that the caller can see, with the scope that its kind asks for. */
export function needChannel(
  context: MethodContext,
  id: string,
  action?: "history" | "read",
): Channel {
  const channel = context.workspace.visible(id, context.caller.user_id);
  if (!channel) return refuse("channel_not_found");
  if (action) {
    const kind = channel.is_im
      ? "im"
      : channel.is_private
      ? "groups"
      : "channels";
    needScope(context.caller, [`${kind}:${action}`]);
  }
  return channel;
}

/** Refuses a caller who is not in the channel. */
export function needMember(context: MethodContext, channel: Channel): void {
  if (!channel.members.includes(context.caller.user_id)) {
    refuse("not_in_channel");
  }
}

/** A channel that the caller is in and that still takes changes. */
export function needOpenChannel(context: MethodContext, id: string): Channel {
  const channel = needChannel(context, id);
  needMember(context, channel);
  if (channel.is_archived) refuse("is_archived");
  return channel;
}

export function needMessage(
  context: MethodContext,
  channel: Channel,
  ts: string,
): Message {
  return context.workspace.messages.get(channel.id, ts) ??
    refuse("message_not_found");
}

/** Was this posted by the caller? A bot owns what the app posted, under whatever name. */
export function isOwn(context: MethodContext, message: Message): boolean {
  const { caller, workspace } = context;
  return caller.kind === "bot"
    ? message.bot_id === workspace.bot.id
    : message.user === caller.user_id;
}

/** Scope for changing a channel: public and private ones differ. */
export function needManage(context: MethodContext, is_private: boolean): void {
  needScope(context.caller, [is_private ? "groups:write" : "channels:manage"]);
}
