import type { SlackAPIClient } from "deno-slack-api/types.ts";
import * as z from "zod/mini";
import type { Clock } from "../ports.ts";
import type { View } from "./views/modal.ts";
import { Nothing, WebApi } from "./web_api.ts";

const Opened = z.object({ view: z.object({ id: z.string() }) });

/** Modals in front of one person (https://docs.slack.dev/reference/methods/views.open). */
export class Windows {
  readonly #api: WebApi;

  constructor(client: SlackAPIClient, clock: Clock) {
    this.#api = new WebApi(client, clock);
  }

  /** Opens a modal. @returns its id. @throws Outage when Slack does not: the pointer lives for 3 seconds. */
  async open(pointer: string, view: View): Promise<string> {
    const opened = await this.#api.once(
      "views.open",
      { interactivity_pointer: pointer, view },
      Opened,
    );
    return opened.view.id;
  }

  /** Puts a modal on top of the open one. @returns its id. */
  async push(pointer: string, view: View): Promise<string> {
    const pushed = await this.#api.once(
      "views.push",
      { interactivity_pointer: pointer, view },
      Opened,
    );
    return pushed.view.id;
  }

  /** Shows something else in an open modal. @param hash what it showed: if it shows something newer, nothing happens. */
  async update(id: string, view: View, hash?: string): Promise<void> {
    await this.#api.call(
      "views.update",
      { view_id: id, view, hash },
      Nothing,
    );
  }

  /** Hands the outcome of a form to the next step of its workflow; a form that was sent twice has been handed on. */
  async handOn(
    executionId: string,
    outputs: Record<string, unknown>,
  ): Promise<void> {
    await this.#api.call(
      "functions.completeSuccess",
      { function_execution_id: executionId, outputs },
      Nothing,
    );
  }
}
