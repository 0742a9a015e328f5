import * as z from "zod/mini";
import type { Clock, Errands } from "../ports.ts";
import { ring } from "./ring.ts";
import { Nothing, SlackRefused, type WebApi } from "./web_api.ts";

const Triggers = z.object({
  triggers: z.array(z.object({
    id: z.string(),
    type: z.string(),
    name: z.string(),
    workflow: z.optional(z.object({ callback_id: z.string() })),
    shortcut_url: z.optional(z.string()),
  })),
});

type Trigger = z.infer<typeof Triggers>["triggers"][number];

/** How Slack says that a step is over: https://docs.slack.dev/reference/methods/functions.completeSuccess */
const ENDED = [
  "execution_not_in_running_state",
  "function_execution_not_found",
];

/** Slack takes no moment that has passed when its answer is made. */
const NOT_BEFORE = 3_000;

/**
 * Runs that are arranged by scheduled triggers made at run time
 * (https://docs.slack.dev/tools/deno-slack-sdk/guides/creating-scheduled-triggers).
 */
export class SlackErrands implements Errands {
  /** The triggers when this run listed them last, without those that it has deleted since. */
  #known: Trigger[] = [];

  constructor(private readonly api: WebApi, private readonly clock: Clock) {}

  async arrange(
    workflow: string,
    name: string,
    at: number,
    inputs: Record<string, string> = {},
  ): Promise<void> {
    const start = Math.max(at, this.clock.now() + NOT_BEFORE);
    const values = Object.entries(inputs).map(([key, value]) => [
      key,
      { value },
    ]);
    await this.api.call("workflows.triggers.create", {
      type: "scheduled",
      name,
      workflow: `#/workflows/${workflow}`,
      inputs: Object.fromEntries(values),
      schedule: {
        start_time: new Date(start).toISOString(),
        frequency: { type: "once" },
      },
    }, Nothing);
  }

  async handOn(
    execution: string,
    outputs: Record<string, unknown>,
  ): Promise<void> {
    try {
      await this.api.call(
        "functions.completeSuccess",
        { function_execution_id: execution, outputs },
        Nothing,
      );
    } catch (error) {
      if (!(error instanceof SlackRefused && ENDED.includes(error.code))) {
        throw error;
      }
    }
  }

  readonly ring = ring;

  async arranged(beginning: string): Promise<string[]> {
    return scheduled(await this.#list()).map(({ name }) => name)
      .filter((name) => name.startsWith(beginning));
  }

  async callOff(...names: string[]): Promise<void> {
    for (const { id } of await this.#under(names)) await this.#remove(id);
  }

  async leaveOne(name: string): Promise<void> {
    const ids = (await this.#under([name])).map(({ id }) => id);
    // Whoever deletes one has seen one with a lesser id: the least of all is deleted by nobody.
    for (const id of ids.sort().slice(1)) await this.#remove(id);
  }

  async shortcutUrls(): Promise<Map<string, string>> {
    const triggers = this.#known.length > 0 ? this.#known : await this.#list();
    return new Map(
      triggers.flatMap(({ workflow, shortcut_url }) =>
        workflow && shortcut_url
          ? [[workflow.callback_id, shortcut_url] as const]
          : []
      ),
    );
  }

  /** What is arranged under some names. */
  async #under(names: string[]): Promise<Trigger[]> {
    const seen = scheduled(this.#known).map(({ name }) => name);
    const isKnown = names.every((name) => seen.includes(name));
    const triggers = isKnown ? this.#known : await this.#list();
    return scheduled(triggers).filter(({ name }) => names.includes(name));
  }

  async #list(): Promise<Trigger[]> {
    const { triggers } = await this.api.call(
      "workflows.triggers.list",
      {},
      Triggers,
    );
    return this.#known = triggers;
  }

  async #remove(trigger_id: string): Promise<void> {
    try {
      await this.api.call(
        "workflows.triggers.delete",
        { trigger_id },
        Nothing,
      );
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        ["trigger_not_found", "trigger_does_not_exist"].includes(error.code);
      if (!gone) throw error;
    }
    this.#known = this.#known.filter(({ id }) => id !== trigger_id);
  }
}

function scheduled(triggers: Trigger[]): Trigger[] {
  return triggers.filter(({ type }) => type === "scheduled");
}
