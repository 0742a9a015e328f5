import * as z from "zod/mini";
import type {
  CardSpot,
  Spot,
  StandingBid,
  Thread,
  ThreadMessage,
} from "../ports.ts";
import { compareTs, parseMessageKey, tsToMs } from "../sms/place.ts";
import { attachmentNamed } from "./files.ts";
import {
  CARD,
  DEPARTURE,
  HINT,
  Metadata,
  MISSING,
  NOTICE,
  POINTER,
  RECEIVED,
} from "./metadata.ts";
import type { Self } from "./self.ts";
import { SlackRefused, type WebApi } from "./web_api.ts";

/** What is used of a message in Slack. */
export const RawMessage = z.object({
  ts: z.string(),
  thread_ts: z.optional(z.string()),
  /** What kind of message it is, where it is not simply what somebody said. */
  subtype: z.optional(z.string()),
  user: z.optional(z.string()),
  bot_id: z.optional(z.string()),
  text: z.optional(z.string()),
  latest_reply: z.optional(z.string()),
  blocks: z.optional(z.array(z.looseObject({ type: z.string() }))),
  metadata: z.optional(Metadata),
  files: z.optional(z.array(z.object({ name: z.optional(z.string()) }))),
  pinned_to: z.optional(z.array(z.string())),
  reactions: z.optional(
    z.array(z.object({ name: z.string(), users: z.array(z.string()) })),
  ),
});
export type RawMessage = z.infer<typeof RawMessage>;

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

  /** How many files hang on a message, of a thread if that is named. */
  async filesOn({ channel, ts }: Spot, threadTs?: string): Promise<number> {
    const one = { channel, oldest: ts, latest: ts, inclusive: true };
    const { messages } = threadTs
      ? await this.#page("conversations.replies", { ...one, ts: threadTs })
      : await this.#page("conversations.history", one);
    return messages.find((each) => each.ts === ts)?.files?.length ?? 0;
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
      pinned: (parent?.pinned_to?.length ?? 0) > 0,
      messages: await this.read(place.channel, replies),
    };
  }

  /** A direct channel, its threads among the messages, as the app sees it: nothing of one that it cannot see any more. */
  async channel(place: CardSpot, since?: number): Promise<Thread> {
    try {
      return await this.#channel(place, since);
    } catch (error) {
      const isShutOut = error instanceof SlackRefused && error.isShutOut;
      if (!isShutOut) throw error;
      return { pinned: false, messages: [] };
    }
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
      pinned: (card?.pinned_to?.length ?? 0) > 0,
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
    return raw.map((each) => this.#read(channel, each, self));
  }

  #read(channel: string, raw: RawMessage, self: string): ThreadMessage {
    const payload = raw.metadata?.event_payload ?? {};
    const own = (kind: string, key: string) =>
      raw.metadata?.event_type === kind ? String(payload[key]) : null;
    // A message that shares a file may bear no `bot_id`.
    const isOwn = !isSaid(raw) || raw.user === self;
    const shown = isOwn ? attachmentNamed(raw.files?.[0]?.name) : null;
    const text = own(MISSING, "text");
    const state = payload.yet === true ? "missing yet" : "missing";
    const missing = text === null
      ? null
      : { text, sid: own(MISSING, "sid") ?? "", state } as const;
    return {
      channel,
      ts: raw.ts,
      author: isOwn ? null : raw.user ?? null,
      sid: own(RECEIVED, "sid"),
      attachment: shown ? { ...shown, state: "shown" } : missing,
      late: raw.metadata?.event_type === RECEIVED && payload.late === true,
      request: own(DEPARTURE, "request"),
      about: own(NOTICE, "about"),
      attempt: own(NOTICE, "attempt"),
      hint: own(HINT, "sid"),
      text: raw.bot_id ? writtenIn(raw) : raw.text ?? "",
      marks: (raw.reactions ?? [])
        .filter(({ users }) => users.includes(self))
        .map(({ name }) => name),
    };
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

/** What Slack calls messages that people say something with; its own, such as `channel_join`, bear people's names too. */
const SAID = ["thread_broadcast", "file_share", "me_message"];

/** Whether a message is what a person said. */
export function isSaid({ bot_id, subtype }: RawMessage): boolean {
  return !bot_id && (subtype === undefined || SAID.includes(subtype));
}

/** Whether two messages carry the same metadata. */
export function sameMetadata(
  a: RawMessage["metadata"],
  b: RawMessage["metadata"],
): boolean {
  return a?.event_type === b?.event_type &&
    Object.entries(b?.event_payload ?? {}).every(([key, value]) =>
      a?.event_payload[key] === value
    );
}

/** Cards, and pointers to cards in other channels, among a channel's messages. */
export function bidsIn(
  channel: string,
  raw: RawMessage[],
): StandingBid[] {
  return raw.flatMap(({ ts, metadata, latest_reply }) => {
    const bid = { channel, ts };
    const { conversation, card } = metadata?.event_payload ?? {};
    if (typeof conversation !== "string") return [];
    const repliedAt = latest_reply === undefined ? null : tsToMs(latest_reply);
    if (metadata?.event_type === CARD) {
      return [{ bid, card: bid, conversation, repliedAt }];
    }
    return metadata?.event_type === POINTER && typeof card === "string"
      ? [{ bid, card: parseMessageKey(card), conversation, repliedAt }]
      : [];
  });
}

const AsWritten = z.object({
  type: z.literal("rich_text"),
  elements: z.tuple([z.object({
    elements: z.tuple([z.object({ text: z.string() })]),
  })]),
});

/** The body that the app's own copy of a text shows. */
function writtenIn(raw: RawMessage): string {
  for (const block of raw.blocks ?? []) {
    const { data } = AsWritten.safeParse(block);
    if (data) return data.elements[0].elements[0].text;
  }
  return raw.text ?? "";
}

function window(since: number | undefined) {
  return since === undefined
    ? {}
    : { oldest: (since / 1000).toFixed(6), inclusive: true };
}
