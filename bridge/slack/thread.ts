import * as z from "zod/mini";
import type { CardSpot, Spot, Thread, ThreadMessage } from "../ports.ts";
import { compareTs, tsToMs } from "../sms/place.ts";
import { messageIn, RawMessage, sameMetadata } from "./raw_message.ts";
import type { Self } from "./self.ts";
import { SlackRefused, type WebApi } from "./web_api.ts";

const Page = z.object({
  messages: z.array(RawMessage),
  has_more: z.optional(z.boolean()),
  response_metadata: z.optional(
    z.object({ next_cursor: z.optional(z.string()) }),
  ),
});

/** Slack's largest useful page (https://docs.slack.dev/reference/methods/conversations.replies). */
const PAGE = 200;

/** Reads what stands in Slack, with the metadata that says what each message is. */
export class ThreadReader {
  constructor(
    private readonly api: WebApi,
    private readonly self: Self,
  ) {}

  /** A thread's parent and its replies since a moment (milliseconds), oldest first. */
  async replies(place: Spot, since?: number): Promise<RawMessage[]> {
    return await this.#all("conversations.replies", {
      channel: place.channel,
      ts: place.ts,
      ...window(since),
    });
  }

  /** A thread's parent alone; nothing when it is gone. */
  async parent(place: Spot): Promise<RawMessage[]> {
    const { messages } = await this.#page("conversations.replies", {
      channel: place.channel,
      ts: place.ts,
      latest: place.ts,
      inclusive: true,
    });
    return messages.filter(({ ts }) => ts === place.ts);
  }

  /** One message; with the parent of its thread if that is named. */
  async one({ channel, ts }: Spot, threadTs?: string): Promise<RawMessage[]> {
    const one = { channel, oldest: ts, latest: ts, inclusive: true };
    const { messages } = threadTs
      ? await this.#page("conversations.replies", { ...one, ts: threadTs })
      : await this.#page("conversations.history", one);
    return messages.filter((each) => each.ts === ts || each.ts === threadTs);
  }

  /** A channel's own messages since a moment (milliseconds), oldest first. */
  async history(channel: string, since: number): Promise<RawMessage[]> {
    return await this.#all("conversations.history", {
      channel,
      ...window(since),
    });
  }

  /** The thread under a card, as the app sees it. */
  async thread(place: Spot, since?: number): Promise<Thread> {
    const raw = await this.replies(place, since);
    const parent = raw.find(({ ts }) => ts === place.ts);
    const replies = raw.filter(({ ts }) => ts !== place.ts);
    return {
      ...cardIn(parent),
      messages: await this.read(place.channel, replies),
    };
  }

  /** A direct channel, its threads among the messages, as the app sees it: nothing of one that it cannot see any more. */
  async channel(place: CardSpot, since?: number): Promise<Thread> {
    const nothing = { ...cardIn(undefined), messages: [] };
    return await orWhereShutOut(nothing, this.#channel(place, since));
  }

  /** The same without the card and the threads: one call, however many there are. */
  async surface({ channel }: Spot, since = 0): Promise<ThreadMessage[]> {
    const raw = await orWhereShutOut([], this.history(channel, since));
    return await this.read(channel, raw);
  }

  async #channel(place: CardSpot, since = 0): Promise<Thread> {
    const [[card], raw] = await Promise.all([
      this.parent(place),
      this.history(place.channel, since),
    ]);
    const parents = raw.filter(({ latest_reply: latest }) =>
      latest && tsToMs(latest) >= since
    );
    const threads = await Promise.all(
      parents.map(({ ts }) =>
        this.replies({ channel: place.channel, ts }, since)
      ),
    );
    const all = new Map(
      [...raw, ...threads.flat()].map((each) => [each.ts, each]),
    );
    all.delete(place.ts);
    const messages = [...all.values()]
      .sort((a, b) => compareTs(a.ts, b.ts));
    return {
      ...cardIn(card),
      messages: await this.read(place.channel, messages),
    };
  }

  /** The first message with this metadata in a place since a moment (milliseconds). */
  async first(
    place: CardSpot,
    about: RawMessage["metadata"],
    since: number,
  ): Promise<RawMessage | undefined> {
    const raw = place.direct
      ? await this.history(place.channel, since)
      : await this.replies(place, since);
    return raw.find(({ metadata }) => sameMetadata(metadata, about));
  }

  /** When the latest message of a channel was posted (milliseconds). */
  async latestIn(channel: string): Promise<number | null> {
    const { messages } = await this.#page("conversations.history", {
      channel,
      limit: 1,
    });
    const [latest] = messages;
    return latest ? tsToMs(latest.latest_reply ?? latest.ts) : null;
  }

  /** The `ts` of the message whose thread another one stands in, or begins. */
  async parentOf({ channel, ts }: Spot): Promise<string> {
    const [message] = await this.parent({ channel, ts });
    return message?.thread_ts ?? ts;
  }

  /** Messages as the app sees them. */
  async read(channel: string, raw: RawMessage[]): Promise<ThreadMessage[]> {
    const isMarked = raw.some(({ reactions }) => reactions?.length);
    const isShared = raw.some(({ files, bot_id }) => files?.length && !bot_id);
    const self = isMarked || isShared ? await this.self.userId() : "";
    return raw.map((each) => messageIn(channel, each, self));
  }

  async #all(
    method: string,
    args: Record<string, unknown>,
  ): Promise<RawMessage[]> {
    const found: RawMessage[] = [];
    let cursor: string | undefined;
    do {
      const page = await this.#page(method, { ...args, cursor });
      found.push(...page.messages);
      cursor = page.response_metadata?.next_cursor || undefined;
    } while (cursor);
    return found.sort((a, b) => compareTs(a.ts, b.ts));
  }

  async #page(method: string, args: Record<string, unknown>) {
    try {
      return await this.api.call(method, {
        limit: PAGE,
        ...args,
        include_all_metadata: true,
      }, Page);
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        error.code === "thread_not_found";
      if (gone) return { messages: [] };
      throw error;
    }
  }
}

/** What is read, or this where the app cannot see the channel any more. */
async function orWhereShutOut<T>(nothing: T, reading: Promise<T>): Promise<T> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof SlackRefused && error.isShutOut) return nothing;
    throw error;
  }
}

function window(since: number | undefined) {
  return since === undefined
    ? {}
    : { oldest: (since / 1000).toFixed(6), inclusive: true };
}

/** What is to be known of the card that a thread hangs on. */
function cardIn(
  card: RawMessage | undefined,
): Pick<Thread, "pinned" | "shows"> {
  const { shows } = card?.metadata?.event_payload ?? {};
  return {
    pinned: (card?.pinned_to?.length ?? 0) > 0,
    shows: typeof shows === "string" ? shows : null,
  };
}
