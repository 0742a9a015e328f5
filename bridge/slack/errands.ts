import * as z from "zod/mini";
import type { Clock, Errands } from "../ports.ts";
import { ring } from "./ring.ts";
import { Nothing, SlackRefused, type WebApi } from "./web_api.ts";

const Triggers = z.object({
  triggers: z.array(z.object({
    id: z.string(),
    type: z.string(),
    name: z.string(),
  })),
});

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
    return (await this.#scheduled()).map(({ name }) => name)
      .filter((name) => name.startsWith(beginning));
  }

  async callOff(...names: string[]): Promise<void> {
    for (const { id, name } of await this.#scheduled()) {
      if (names.includes(name)) await this.#remove(id);
    }
  }

  async #scheduled() {
    const { triggers } = await this.api.call(
      "workflows.triggers.list",
      {},
      Triggers,
    );
    return triggers.filter(({ type }) => type === "scheduled");
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
  }
}
