import type { SlackMessage } from "../support/surface.ts";
import type { Hands } from "./hands.ts";

/** A conversation's card as it stands in a channel. */
export interface Card {
  channel: string;
  ts: string;
  line: string;
  contact: string;
  isPinned: boolean;
  /** Whether it was deleted, and its thread stands under a tombstone. */
  isLost: boolean;
  /** Whether its conversation has, or had, this channel for itself. */
  isDirect: boolean;
  /** Whether it says that its conversation goes on elsewhere. */
  isLeft: boolean;
  /** All that stands on it. */
  words: string;
}

/** What a member sees of the workspace. */
export class Eyes {
  constructor(
    private readonly hands: Hands,
    private readonly token: string,
  ) {}

  /** A channel's own messages, oldest first. */
  async channel(channel: string): Promise<SlackMessage[]> {
    return (await this.#all("conversations.history", { channel })).reverse();
  }

  /** A thread's replies, oldest first. */
  async replies(channel: string, ts: string): Promise<SlackMessage[]> {
    const all = await this.#all("conversations.replies", { channel, ts });
    return all.filter((each) => each.ts !== ts);
  }

  /** What stands in a conversation's place, oldest first: in its thread, or in its channel and the threads there. */
  async under({ channel, ts, isDirect }: Card): Promise<SlackMessage[]> {
    if (!isDirect) return await this.replies(channel, ts);
    const found: SlackMessage[] = [];
    for (const message of await this.channel(channel)) {
      if (message.ts !== ts) found.push(message);
      if (!message.reply_count) continue;
      found.push(...await this.replies(channel, message.ts));
    }
    return found;
  }

  async #all(
    method: string,
    args: Record<string, unknown>,
  ): Promise<SlackMessage[]> {
    const found: SlackMessage[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.hands.slack<{
        messages: SlackMessage[];
        response_metadata?: { next_cursor?: string };
      }>(this.token, method, {
        ...args,
        ...(cursor !== undefined && { cursor }),
        limit: 200,
        include_all_metadata: true,
      });
      found.push(...page.messages);
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor);
    return found;
  }
}

/** The cards among a channel's messages. */
export function cardsAmong(
  channel: string,
  messages: SlackMessage[],
): Card[] {
  return messages.flatMap((message) => {
    if (kindOf(message) !== "clerk_card") return [];
    const [line = "", contact = ""] = payloadOf(message, "conversation")
      .split(":");
    const isPinned = (message.pinned_to ?? []).length > 0;
    const { ts } = message;
    return [{
      channel,
      ts,
      line,
      contact,
      isPinned,
      isLost: false,
      isDirect: payloadOf(message, "direct") === "true",
      isLeft: payloadOf(message, "left") === "true",
      words: JSON.stringify(message.blocks ?? []),
    }];
  });
}

/** Which of the app's kinds a message is of, if any. */
export function kindOf({ metadata }: SlackMessage): string | undefined {
  return metadata?.event_type;
}

export function payloadOf({ metadata }: SlackMessage, key: string): string {
  return String(metadata?.event_payload[key] ?? "");
}
