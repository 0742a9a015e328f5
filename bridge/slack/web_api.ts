import type { SlackAPIClient } from "deno-slack-api/types.ts";
import * as z from "zod/mini";
import type { Clock } from "../ports.ts";
import { Outage, UnknownFate } from "../refusal.ts";
import { Lanes } from "./lanes.ts";

/** Slack answered, and said no: nothing happened. */
export class SlackRefused extends Outage {
  override readonly name = "SlackRefused";
  override readonly isHasty: boolean;

  constructor(readonly method: string, readonly code: string) {
    super(`${method}: ${code}`, SHUT_OUT.includes(code));
    this.isHasty = code === "ratelimited";
  }
}

/** Slack's words for a channel that is archived or deleted, or that the app is not in and cannot join. */
const SHUT_OUT = [
  "is_archived",
  "channel_not_found",
  "not_in_channel",
  "method_not_supported_for_channel_type",
];

/** A non-2xx answer, as Slack's client throws it. */
const HttpFailure = z.object({
  status: z.number(),
  headers: z.optional(z.custom<Headers>((it) => it instanceof Headers)),
});

const Answer = z.object({
  ok: z.boolean(),
  error: z.optional(z.string()),
});

/** For an answer of which nothing is used. */
export const Nothing = z.object({});

/** Methods that change nothing in channels. */
const READS =
  /^apps\.datastore\.|^auth\.|\.(?:get|getPermalink|history|info|list|members|replies)$/;

/** Pauses before asking again (milliseconds), where Slack names none; the last one repeats. */
const PAUSES = [300, 1_000, 3_000];

/** Slack takes one post a second and channel (https://docs.slack.dev/apis/web-api/rate-limits). */
const POST = "chat.postMessage";
const APART = 1_000;

/** How often a call without an answer is asked again, where that may be done. */
const REPEATS = 3;

/** How long one answer is waited for (milliseconds). */
const TIME_OUT = 10_000;

/** How long after its start a run still asks again (milliseconds): at 60 seconds Slack ends it. */
const PATIENCE = 45_000;

/**
 * Slack's Web API with the patience it asks for: what was refused for haste (429, and the `token_revoked` that hasty
 * calls are known to get) is asked again; what got no answer is asked again only where twice is the same as once.
 */
export class WebApi {
  readonly #end: number;
  readonly #lanes: Lanes;
  #changes = 0;

  constructor(
    private readonly client: SlackAPIClient,
    private readonly clock: Clock,
  ) {
    this.#end = clock.now() + PATIENCE;
    this.#lanes = new Lanes(clock);
  }

  /** How many calls of this run were to change something. */
  get changes(): number {
    return this.#changes;
  }

  /**
   * Calls a method that does the same whether it is done once or twice.
   * @param inHaste not to wait where Slack refuses it for haste.
   * @throws SlackRefused with Slack's code; UnknownFate when no answer came after several tries.
   */
  async call<Schema extends z.core.$ZodType>(
    method: string,
    args: Record<string, unknown>,
    schema: Schema,
    inHaste = false,
  ): Promise<z.output<Schema>> {
    for (let tries = 0;; tries++) {
      try {
        return await this.once(method, args, schema, inHaste);
      } catch (error) {
        if (!(error instanceof UnknownFate) || tries === REPEATS) throw error;
      }
      await this.#pause(method, tries);
    }
  }

  /**
   * Calls a method that must not be done twice.
   * @throws SlackRefused with Slack's code; UnknownFate when no answer came, and it may have been done.
   */
  async once<Schema extends z.core.$ZodType>(
    method: string,
    args: Record<string, unknown>,
    schema: Schema,
    inHaste = false,
  ): Promise<z.output<Schema>> {
    try {
      return await this.#inTurn(method, args, schema, inHaste);
    } catch (error) {
      if (!isShutOut(error) || !args.channel) throw error;
      // Somebody took the app out of the channel; a public one can be joined again.
      const { channel } = args;
      await this.#inTurn("conversations.join", { channel }, Nothing);
      return await this.#inTurn(method, args, schema, inHaste);
    }
  }

  async #inTurn<Schema extends z.core.$ZodType>(
    method: string,
    args: Record<string, unknown>,
    schema: Schema,
    inHaste = false,
  ): Promise<z.output<Schema>> {
    const lane = laneOf(method, args);
    if (inHaste && this.#lanes.isClosed(lane)) {
      throw new SlackRefused(method, "ratelimited");
    }
    return await this.#lanes.inTurn(
      lane,
      method === POST ? APART : 0,
      () => this.#patiently(method, args, schema, lane, inHaste),
    );
  }

  async #patiently<Schema extends z.core.$ZodType>(
    method: string,
    args: Record<string, unknown>,
    schema: Schema,
    lane: string,
    inHaste: boolean,
  ): Promise<z.output<Schema>> {
    for (let tries = 0;; tries++) {
      const answer = await this.#try(method, args);
      if (answer.ok) {
        const read = z.safeParse(schema, answer.body);
        if (read.success) return read.data;
        throw new UnknownFate(`an answer to ${method} that cannot be read`);
      }
      if (answer.wait) this.#lanes.close(lane, answer.wait);
      if (inHaste) throw new SlackRefused(method, "ratelimited");
      await this.#pause(method, tries, answer.wait);
    }
  }

  /** Waits before the next try. @throws SlackRefused when the run would not live to see it. */
  async #pause(method: string, tries: number, wait?: number): Promise<void> {
    const ms = wait ?? PAUSES[Math.min(tries, PAUSES.length - 1)] ?? 0;
    if (this.clock.now() + ms > this.#end) {
      throw new SlackRefused(method, "ratelimited");
    }
    await this.clock.sleep(ms);
  }

  async #try(
    method: string,
    args: Record<string, unknown>,
  ): Promise<{ ok: true; body: unknown } | { ok: false; wait?: number }> {
    if (!READS.test(method)) this.#changes++;
    let given;
    try {
      given = await inTime(this.client.apiCall(method, args));
    } catch (error) {
      const failure = HttpFailure.safeParse(error).data;
      if (failure?.status === 429) {
        const seconds = Number(failure.headers?.get("retry-after") ?? 1);
        return { ok: false, wait: seconds * 1000 };
      }
      if (failure || isLostAnswer(error)) {
        throw new UnknownFate(`no answer from Slack to ${method}`);
      }
      throw error;
    }
    const { data: answer } = Answer.safeParse(given);
    if (!answer) {
      throw new UnknownFate(`${method}: an answer that is not Slack's`);
    }
    if (answer.ok) return { ok: true, body: given };
    const hasty = answer.error === "ratelimited" ||
      answer.error === "token_revoked";
    if (hasty) return { ok: false };
    throw new SlackRefused(method, answer.error ?? "unknown_error");
  }
}

/** Slack counts calls by method, and posts by channel too. */
function laneOf(method: string, args: Record<string, unknown>): string {
  return method === POST ? `${method} ${args.channel}` : method;
}

/** @throws TypeError when an answer takes too long, as for a connection that broke. */
async function inTime<T>(answer: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new TypeError("too slow")), TIME_OUT);
  });
  try {
    return await Promise.race([answer, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A refused or broken connection, or an answer that is no JSON. */
function isLostAnswer(error: unknown): boolean {
  return error instanceof TypeError || error instanceof SyntaxError;
}

function isShutOut(error: unknown): boolean {
  return error instanceof SlackRefused && error.code === "not_in_channel";
}
