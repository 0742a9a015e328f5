import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Wire } from "../wire.ts";
import {
  type ConnectionOverrides,
  connectionOverrides,
} from "./connection_overrides.ts";
import { sign } from "./signature.ts";

/** Something the carrier has to tell the app about a message. */
export interface Errand {
  kind: "inbound" | "status" | "voice";
  /** The text's SID, or the call's. */
  messageSid: string;
  url: string;
  method: "GET" | "POST";
  form: [string, string][];
  /** Tried once when all else failed. */
  fallbackUrl?: string;
  /** Hears what an answer says. */
  hear?: (body: string) => void;
}

export interface WebhookTry {
  /** Milliseconds since the Unix epoch. */
  at: number;
  /** Null while it is under way. */
  end: number | null;
  /** The HTTP status, `ct` when nobody was there, `rt` when no answer came in time. */
  outcome: number | "ct" | "rt" | null;
  fallback: boolean;
}

/** What the carrier's debugger would show of one errand. */
export interface WebhookRecord {
  seq: number;
  kind: Errand["kind"];
  message_sid: string;
  url: string;
  /** The status told, for a status callback. */
  status: string | null;
  tries: WebhookTry[];
  /** `lost` stays in the carrier's message list, and nowhere else. */
  outcome: "under way" | "taken" | "lost";
}

const LOG_LENGTH = 2_000;

/** Posts signed forms to the app, and tries again exactly as far as the URL's overrides allow. */
export class Webhooks {
  readonly log: WebhookRecord[] = [];
  #count = 0;

  constructor(
    private readonly world: {
      clock: Clock;
      ids: Ids;
      wire: Wire;
      authToken: string;
      /** Reaches the host that the URL names; rejects when nobody is there. */
      outbound: (request: Request) => Promise<Response>;
    },
  ) {}

  async run(errand: Errand): Promise<void> {
    const record: WebhookRecord = {
      seq: ++this.#count,
      kind: errand.kind,
      message_sid: errand.messageSid,
      url: errand.url,
      status: new Map(errand.form).get("MessageStatus") ?? null,
      tries: [],
      outcome: "under way",
    };
    this.log.push(record);
    if (this.log.length > LOG_LENGTH) this.log.shift();
    record.outcome = await this.#deliver(errand, record) ? "taken" : "lost";
  }

  async #deliver(errand: Errand, record: WebhookRecord): Promise<boolean> {
    const { clock } = this.world;
    const rules = connectionOverrides(errand.url);
    const until = clock.now() + rules.totalTimeout;
    const token = this.world.ids.hex(32);
    for (let retry = 0; retry <= rules.retries; retry++) {
      const left = until - clock.now();
      if (left <= 0) break;
      const outcome = await this.#try(errand, record, rules, left, token);
      if (typeof outcome === "number" && outcome < 400) return true;
      if (!rules.retryOn.has(kindOf(outcome))) break;
    }
    if (!errand.fallbackUrl) return false;
    const last: Errand = {
      ...errand,
      url: errand.fallbackUrl,
      form: [...errand.form, ["ErrorCode", "11200"], ["ErrorUrl", errand.url]],
    };
    const outcome = await this.#try(
      last,
      record,
      connectionOverrides(last.url),
      Infinity,
      this.world.ids.hex(32),
      true,
    );
    return typeof outcome === "number" && outcome < 400;
  }

  async #try(
    errand: Errand,
    record: WebhookRecord,
    rules: ConnectionOverrides,
    left: number,
    token: string,
    fallback = false,
  ): Promise<number | "ct" | "rt"> {
    const { clock, wire, outbound } = this.world;
    const attempt: WebhookTry = {
      at: clock.now(),
      end: null,
      outcome: null,
      fallback,
    };
    record.tries.push(attempt);
    const request = this.#request(errand, token);
    const call = {
      side: "carrier",
      method: `${errand.kind} webhook`,
      caller: "carrier",
    } as const;
    let giveUp = () => {};
    const outcome = await Promise.race([
      wire.pass(call, () => outbound(request)).then(
        async (answer) => {
          if (errand.hear) errand.hear(await answer.text());
          return answer.status;
        },
        () => "ct" as const,
      ),
      new Promise<"rt">((resolve) => {
        const wait = Math.min(rules.readTimeout, left);
        giveUp = clock.after(wait, () => resolve("rt"));
      }),
    ]);
    giveUp();
    attempt.end = clock.now();
    attempt.outcome = outcome;
    return outcome;
  }

  #request(errand: Errand, token: string): Request {
    const url = new URL(errand.url);
    url.hash = "";
    const isPost = errand.method === "POST";
    if (!isPost) {
      for (const [name, value] of errand.form) {
        url.searchParams.append(name, value);
      }
    }
    const signature = sign(
      this.world.authToken,
      url.href,
      isPost ? errand.form : [],
    );
    return new Request(url, {
      method: errand.method,
      headers: {
        "user-agent": "TwilioProxy/1.1",
        "x-twilio-signature": signature,
        "i-twilio-idempotency-token": token,
        ...isPost
          ? {
            "content-type": "application/x-www-form-urlencoded; charset=UTF-8",
          }
          : {},
      },
      body: isPost ? new URLSearchParams(errand.form).toString() : undefined,
    });
  }
}

function kindOf(outcome: number | "ct" | "rt"): "4xx" | "5xx" | "ct" | "rt" {
  if (typeof outcome !== "number") return outcome;
  return outcome < 500 ? "4xx" : "5xx";
}
