import * as z from "zod/mini";
import type { CardSpot, Spot } from "../ports.ts";
import { UnknownFate } from "../refusal.ts";
import type { Content } from "./blocks.ts";
import { sameMetadata } from "./raw_message.ts";
import type { ThreadReader } from "./thread.ts";
import type { WebApi } from "./web_api.ts";

/** A message of the app's own, as it is to be posted. */
export interface Posting extends Content {
  channel: string;
  thread_ts?: string;
  /** Whether a reply is shown in the channel as well. */
  reply_broadcast?: boolean;
  metadata: { event_type: string; event_payload: Record<string, unknown> };
  /** Display name in place of the app's, for texts from a phone. */
  username?: string;
  icon_emoji?: string;
}

const Posted = z.object({ ts: z.string() });

/**
 * Posts a message once. Slack has no idempotency key for this: when no answer comes, the message is looked for by its
 * metadata before it is posted again.
 */
export async function postOnce(
  api: WebApi,
  reader: ThreadReader,
  posting: Posting,
  now: number,
): Promise<Spot> {
  const { channel } = posting;
  const args = { ...posting, unfurl_links: false, unfurl_media: false };
  for (let tries = 0; tries < 2; tries++) {
    try {
      const { ts } = await api.once("chat.postMessage", args, Posted);
      return { channel, ts };
    } catch (error) {
      if (!(error instanceof UnknownFate)) throw error;
      const raw = posting.thread_ts
        ? await reader.replies({ channel, ts: posting.thread_ts }, now)
        : await reader.history(channel, now);
      const found = raw.find((each) =>
        sameMetadata(each.metadata, posting.metadata)
      );
      if (found) return { channel, ts: found.ts };
    }
  }
  const { ts } = await api.once("chat.postMessage", args, Posted);
  return { channel, ts };
}

/** The thread that a conversation's texts stand in; in a direct channel they stand in the channel itself. */
export function threadOf({ ts, direct }: CardSpot): string | undefined {
  return direct ? undefined : ts;
}
