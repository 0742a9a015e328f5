import type { SlackAPIClient } from "deno-slack-api/types.ts";
import * as z from "zod/mini";
import type {
  Clock,
  Reservation,
  Spot,
  Standings,
  UsageThread,
} from "../ports.ts";
import { PlaceGone } from "../refusal.ts";
import { type E164, isE164 } from "../sms/e164.ts";
import { messageKey } from "../sms/place.ts";
import { type Block, type Content, mrkdwn } from "./blocks.ts";
import { postOnce } from "./posting.ts";
import { Self } from "./self.ts";
import type { RawMessage } from "./raw_message.ts";
import { ThreadReader } from "./thread.ts";
import { SlackRefused, WebApi } from "./web_api.ts";

/** What the messages of the usage thread are, invisibly: the one it hangs on, a place in line, and what is said. */
const USAGE = "clerk_usage";
const RESERVATION = "clerk_reservation";
const USED = "clerk_used";

const Reserved = z.object({
  id: z.string(),
  line: z.custom<E164>((it) => typeof it === "string" && isE164(it)),
  contact: z.custom<E164>((it) => typeof it === "string" && isE164(it)),
  segments: z.number(),
});

/** The usage thread in Slack. */
export class SlackUsageThread implements UsageThread {
  readonly #api: WebApi;
  readonly #reader: ThreadReader;

  constructor(client: SlackAPIClient, private readonly clock: Clock) {
    this.#api = new WebApi(client, clock);
    this.#reader = new ThreadReader(this.#api, new Self(this.#api, null));
  }

  async open(channel: string, former: Spot | null): Promise<Spot> {
    return await this.#post({
      channel,
      ...said(
        "📊 In this thread I count what is left of your plan, a line for each text that is about to leave. " +
          "Please leave it here.",
      ),
      metadata: { event_type: USAGE, event_payload: { former: keyOf(former) } },
    });
  }

  async rivals(
    channel: string,
    former: Spot | null,
    since: number,
  ): Promise<Spot[]> {
    const raw = await this.#reader.history(channel, since);
    return raw
      .filter(({ metadata }) =>
        metadata?.event_type === USAGE &&
        metadata.event_payload.former === keyOf(former)
      )
      .map(({ ts }) => ({ channel, ts }));
  }

  async reserve(thread: Spot, reservation: Reservation): Promise<Spot> {
    const { segments } = reservation;
    return await this.#post({
      channel: thread.channel,
      thread_ts: thread.ts,
      ...said(segments === 1 ? "1 segment" : `${segments} segments`),
      metadata: { event_type: RESERVATION, event_payload: { ...reservation } },
    });
  }

  async read(thread: Spot, since: number): Promise<Standings> {
    const { channel } = thread;
    const raw = await this.#reader.replies(thread, since);
    return {
      reservations: raw.flatMap(({ ts, metadata }) => {
        if (metadata?.event_type !== RESERVATION) return [];
        const { data } = Reserved.safeParse(metadata.event_payload);
        return data ? [{ ...data, channel, ts }] : [];
      }),
      notices: raw.flatMap(({ ts, metadata }: RawMessage) =>
        metadata?.event_type === USED
          ? [{ channel, ts, about: String(metadata.event_payload.about) }]
          : []
      ),
    };
  }

  async say(thread: Spot, sentence: string, about: string): Promise<Spot> {
    return await this.#post({
      channel: thread.channel,
      thread_ts: thread.ts,
      reply_broadcast: true,
      ...said(sentence),
      metadata: { event_type: USED, event_payload: { about } },
    });
  }

  async #post(posting: Parameters<typeof postOnce>[2]): Promise<Spot> {
    try {
      const now = this.clock.now();
      return await postOnce(this.#api, this.#reader, posting, now);
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        error.code === "thread_not_found";
      throw gone ? new PlaceGone(error.message) : error;
    }
  }
}

function keyOf(spot: Spot | null): string {
  return spot ? messageKey(spot.channel, spot.ts) : "none";
}

function said(sentence: string): Content {
  const block: Block = { type: "context", elements: [mrkdwn(sentence)] };
  return { text: sentence, blocks: [block] };
}
