import type { Message } from "../../emulator/slack/messages.ts";
import type { World } from "../../emulator/world.ts";
import type { SlackMessage } from "../support/surface.ts";

/**
 * Sees what stands in Slack without asking its API: what is looked at very often, and what stood in channels that were
 * deleted, where nobody sees it any more.
 */
export class Onlooker {
  constructor(private readonly world: World) {}

  /** A channel's own messages, oldest first. */
  channel(channel: string): Promise<SlackMessage[]> {
    const { messages } = this.world.slack.workspace;
    const own = messages.inChannel(channel)
      .filter(({ thread_ts: parent }) => !parent);
    return Promise.resolve(own.map((each) => this.#shown(each)));
  }

  /** A thread's replies, oldest first. */
  replies(channel: string, ts: string): Promise<SlackMessage[]> {
    const { messages } = this.world.slack.workspace;
    const replies = messages.repliesTo(channel, ts);
    return Promise.resolve(replies.map((each) => this.#shown(each)));
  }

  /** Texts of contacts, by their carrier's ids, that stand in other channels. */
  textsBut(channel: string): string[] {
    const { channels, messages } = this.world.slack.workspace;
    return channels.all().filter(({ id }) => id !== channel)
      .flatMap(({ id }) => messages.inChannel(id))
      .flatMap(({ metadata }) => String(metadata?.event_payload.sid ?? []));
  }

  #shown({ files = [], reactions, pinned, ...message }: Message): SlackMessage {
    const { workspace } = this.world.slack;
    const { channel, ts } = message;
    return {
      ...message,
      reply_count: workspace.messages.repliesTo(channel, ts).length,
      reactions: reactions.map((each) => ({
        ...each,
        count: each.users.length,
      })),
      files: files.flatMap((id) => {
        const { name = "", title = "" } = workspace.files.get(id) ?? {};
        return [{ id, name, title, url_private: "" }];
      }),
      pinned_to: pinned ? [channel] : [],
    };
  }
}
