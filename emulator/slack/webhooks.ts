import type { Clock } from "../clock.ts";
import type { Journal } from "../journal.ts";
import type { Wire } from "../wire.ts";
import type { Automation } from "./automation.ts";
import { isPart } from "./block_kit/faults.ts";
import { passesFilter } from "./filters.ts";
import type { Manifest } from "./manifest.ts";
import type { Trigger, Triggers } from "./triggers.ts";
import { Windows } from "./windows.ts";

/** Calls a minute that one address takes. */
const PER_MINUTE = 10;
const METHOD = "POST /triggers";

type Answer = { response: Response; code: string };

/** `/triggers/…`: webhook triggers, which say "ok" before anything has run. */
export class Webhooks {
  readonly #windows: Windows;

  constructor(
    clock: Clock,
    private readonly manifest: Manifest,
    private readonly triggers: Triggers,
    private readonly automation: Automation,
    private readonly journal: Journal,
    private readonly wire: Wire,
    private readonly limited: boolean,
  ) {
    this.#windows = new Windows(clock);
  }

  async handle(path: string, request: Request): Promise<Response> {
    const type = request.headers.get("content-type") ?? "";
    const body = await request.text();
    const call = {
      side: "slack" as const,
      method: METHOD,
      caller: this.triggers.byPath(path)?.definition.name ?? "app",
    };
    const entry = this.journal.begin(call);
    let outcome = "dropped";
    try {
      return await this.wire.pass(call, () => {
        const answer = this.#answer(path, type, body);
        outcome = answer.code;
        return Promise.resolve(answer.response);
      });
    } catch (error) {
      outcome = "dropped";
      throw error;
    } finally {
      this.journal.finish(entry, outcome);
    }
  }

  #answer(path: string, type: string, body: string): Answer {
    const trigger = this.triggers.byPath(path);
    if (!trigger) return refused(404, "trigger_not_found");
    const wait = this.limited ? this.#windows.take(path, PER_MINUTE) : 0;
    if (wait > 0) return rateLimited(wait);
    if (!type.startsWith("application/json")) {
      return refused(400, "invalid_json");
    }
    let data: unknown;
    try {
      data = JSON.parse(body === "" ? "{}" : body);
    } catch {
      return refused(400, "invalid_json");
    }
    if (!isPart(data) || this.#nested(trigger, data)) {
      return refused(400, "parameter_validation_failed");
    }
    const filter = trigger.definition.webhook?.filter;
    if (filter === undefined || passesFilter(filter, data)) {
      this.automation.pull(trigger, "webhook", data);
    }
    return { response: Response.json({ ok: true }), code: "ok" };
  }

  /** "All JSON objects sent in the POST request need to be flat." A list may feed an input of type blocks. */
  #nested(trigger: Trigger, data: Record<string, unknown>): boolean {
    const properties = this.manifest.workflows[trigger.workflow]
      ?.input_parameters.properties ?? {};
    return Object.entries(data).some(([key, value]) => {
      if (typeof value !== "object" || value === null) return false;
      if (!Array.isArray(value)) return true;
      return !Object.entries(trigger.definition.inputs).some(([name, input]) =>
        input.value === `{{data.${key}}}` &&
        properties[name]?.type === "slack#/types/blocks"
      );
    });
  }
}

function refused(status: number, error: string): Answer {
  return {
    response: Response.json({ ok: false, error }, { status }),
    code: error,
  };
}

function rateLimited(seconds: number): Answer {
  const body = { retry_after: seconds, ok: false, error: "rate_limited" };
  const headers = { "retry-after": String(seconds) };
  return {
    response: Response.json(body, { status: 429, headers }),
    code: "rate_limited",
  };
}
