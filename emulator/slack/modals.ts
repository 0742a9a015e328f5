import { findElement } from "./block_kit/block_ids.ts";
import {
  type Directory,
  isStateful,
  NotPossible,
  touched,
} from "./block_kit/element_state.ts";
import { isPart, type Part } from "./block_kit/faults.ts";
import { directoryOf } from "./directory.ts";
import { type Executions, HandlerFault } from "./executions.ts";
import { clientErrors, fillForm, stillThere } from "./form.ts";
import { actionOf, interactionBody } from "./interaction_body.ts";
import type { Person } from "./people.ts";
import type { Pointers } from "./pointers.ts";
import { SlackRefusal } from "./refusal.ts";
import { askSuggestions } from "./suggestions.ts";
import { readViewSpec } from "./view_spec.ts";
import { shownView, type View, type Views } from "./views.ts";
import type { Workspace } from "./workspace.ts";

/** What people do in open modals: click, choose, type, submit, close. */
export class Modals {
  readonly #directory: Directory;

  constructor(
    private readonly workspace: Workspace,
    private readonly views: Views,
    private readonly pointers: Pointers,
    private readonly executions: Executions,
  ) {
    this.#directory = directoryOf(workspace);
  }

  /**
   * Acts on an element of a modal: a click, a choice, a typed character.
   * @param values what the other fields hold: the client sends the whole form along with every act
   */
  async act(
    view: View,
    person: Person,
    block_id: string | null,
    action_id: string,
    value: unknown,
    values: Record<string, unknown> = {},
  ): Promise<void> {
    this.#checkViewer(view, person);
    fillForm(this.views, view, stillThere(view, values), this.#directory);
    const found = findElement(view.blocks, block_id, action_id);
    if (!found) throw new NotPossible(`There is no ${action_id} in this form.`);
    const { block, element } = found;
    const state = touched(element, value, this.#directory);
    if (isStateful(element)) {
      this.views.touch(view, String(block.block_id), action_id, state);
    }
    if (block.type === "input" && block.dispatch_action !== true) return;
    await this.executions.handle(view.execution_id, {
      ...this.#body("block_actions", view, person),
      container: { type: "view", view_id: view.id },
      view: shownView(this.workspace, view),
      actions: [actionOf(this.workspace, block, element, state)],
    });
  }

  /** Options that an external select offers for what was typed. */
  async suggest(
    view: View,
    person: Person,
    block_id: string | null,
    action_id: string,
    value: string,
  ): Promise<unknown> {
    this.#checkViewer(view, person);
    const found = findElement(view.blocks, block_id, action_id);
    if (!found) throw new NotPossible(`There is no ${action_id} in this form.`);
    return await askSuggestions(this.executions, view.execution_id, {
      ...this.#body("block_suggestion", view, person),
      container: { type: "view", view_id: view.id },
      view: shownView(this.workspace, view),
      block_id: found.block.block_id,
      action_id,
      value,
    });
  }

  /** Fills a form and submits it. Resolves with Slack's response action; `{}` when the modal closed. */
  async submit(
    view: View,
    person: Person,
    values: Record<string, unknown>,
  ): Promise<Record<string, unknown>> {
    this.#checkViewer(view, person);
    if (!view.submit) throw new NotPossible("This form has no submit button.");
    fillForm(this.views, view, values, this.#directory);
    const errors = clientErrors(view);
    if (Object.keys(errors).length > 0) {
      return { response_action: "errors", errors };
    }
    const answer = await this.executions.handle(view.execution_id, {
      ...this.#body("view_submission", view, person),
      view: shownView(this.workspace, view),
      response_urls: [],
    });
    return this.#respond(view, isPart(answer) ? answer : {});
  }

  /** Closes a modal by its cross or its cancel button. */
  async close(view: View, person: Person): Promise<void> {
    this.#checkViewer(view, person);
    const shown = shownView(this.workspace, view);
    const cleared = view.clear_on_close === true;
    if (cleared) this.views.clear(person.id);
    else this.views.remove(view);
    if (!view.notify_on_close) return;
    await this.executions.handle(view.execution_id, {
      ...this.#body("view_closed", view, person),
      view: shown,
      is_cleared: cleared,
    });
  }

  /** Closes all modals of a person who turns to something else: nothing under a modal can be pressed. */
  async closeAll(person: Person): Promise<void> {
    for (const view of this.views.stack(person.id).toReversed()) {
      try {
        if (this.views.get(view.id)) await this.close(view, person);
      } catch (error) {
        // The modal is gone; what its app makes of that does not concern the person.
        if (!(error instanceof HandlerFault)) throw error;
      }
    }
  }

  #respond(view: View, answer: Part): Record<string, unknown> {
    const action = answer.response_action;
    const still = this.views.get(view.id);
    try {
      switch (action) {
        case undefined:
          if (still) this.views.remove(still);
          return {};
        case "clear":
          this.views.clear(view.shown_to);
          return { response_action: "clear" };
        case "errors":
          return {
            response_action: "errors",
            errors: this.#errors(view, answer),
          };
        case "update": {
          const spec = readViewSpec(answer.view);
          if (still) this.views.update(still, spec);
          return {
            response_action: "update",
            view: shownView(this.workspace, view),
          };
        }
        case "push": {
          const pushed = this.views.push(readViewSpec(answer.view), view);
          return {
            response_action: "push",
            view: shownView(this.workspace, pushed),
          };
        }
      }
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error;
      throw new HandlerFault(
        `Slack refused the app's view: ${error.code} ${
          JSON.stringify(error.extra)
        }`,
      );
    }
    throw new HandlerFault(`Slack knows no response_action ${action}.`);
  }

  #errors(view: View, answer: Part): Part {
    const errors = isPart(answer.errors) ? answer.errors : {};
    for (const block_id of Object.keys(errors)) {
      const block = view.blocks.find((one) => one.block_id === block_id);
      if (block?.type !== "input") {
        throw new HandlerFault(
          `The app gave an error for ${block_id}, which is no input block.`,
        );
      }
    }
    return errors;
  }

  #body(type: string, view: View, person: Person): Part {
    return interactionBody(this.workspace, this.pointers, type, person, {
      channel_id: view.channel_id,
      view_id: view.id,
    });
  }

  #checkViewer(view: View, person: Person): void {
    if (view.shown_to !== person.id) {
      throw new NotPossible(`${person.name} does not see this form.`);
    }
    const top = this.views.stack(person.id).at(-1);
    if (top?.id !== view.id) {
      throw new NotPossible("Another form lies on top of this one.");
    }
  }
}
