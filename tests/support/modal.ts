import assert from "node:assert/strict";
import type { Teammate } from "./teammate.ts";

/** A modal as Slack gives it. */
export interface ModalView {
  id: string;
  callback_id: string;
  title: { text: string };
  blocks: Record<string, unknown>[];
}

/** What Slack's client was told after a submission. */
export interface Submission {
  response_action?: string;
  errors?: Record<string, string>;
}

/** An option that a field offers. */
export interface Suggestion {
  text: { type: string; text: string };
  value: string;
}

/** A modal in front of a teammate. */
export class Modal {
  constructor(private readonly owner: Teammate, private readonly id: string) {}

  /** All that is written in it, as JSON. */
  async words(): Promise<string> {
    return JSON.stringify(await this.view());
  }

  async view(): Promise<ModalView> {
    const found = (await this.owner.views()).find(({ id }) => id === this.id);
    assert(found, "the modal is closed");
    return found;
  }

  /** Clicks the button with this action id. */
  async click(actionId: string): Promise<void> {
    const { blocks } = await this.view();
    const block = blocks.find((each) =>
      JSON.stringify(each).includes(`"action_id":"${actionId}"`)
    );
    assert(block, `there is no button ${actionId}`);
    await this.act(String(block.block_id), actionId, "");
  }

  /**
   * Types or chooses in a field that tells the app at once.
   * @param values what stands in other fields by then.
   */
  async act(
    blockId: string,
    actionId: string,
    value: unknown,
    values: Record<string, unknown> = {},
  ): Promise<void> {
    await this.owner.scene.surface.ask(
      "POST",
      `/desk/views/${this.id}/actions`,
      {
        user_id: this.owner.id,
        block_id: blockId,
        action_id: actionId,
        value,
        values,
      },
    );
  }

  /** Chooses in the menu beside the block with these words. */
  async choose(words: RegExp, option: string): Promise<void> {
    const { blocks } = await this.view();
    const block = blocks.find((each) => words.test(JSON.stringify(each)));
    assert(block, `there is no ${words} in the modal`);
    const [, action] = /"action_id":"([^"]+)"/.exec(JSON.stringify(block)) ??
      [];
    assert(action, `there is no menu beside ${words}`);
    await this.act(String(block.block_id), action, option);
  }

  /** What a field offers for what is typed into it. */
  async suggestions(blockId: string, typed: string): Promise<Suggestion[]> {
    const { options } = await this.owner.scene.surface.ask<
      { options: Suggestion[] }
    >("POST", `/desk/views/${this.id}/suggestions`, {
      user_id: this.owner.id,
      block_id: blockId,
      action_id: blockId,
      value: typed,
    });
    return options;
  }

  async close(): Promise<void> {
    await this.owner.scene.surface.ask("POST", `/desk/views/${this.id}/close`, {
      user_id: this.owner.id,
    });
  }

  async submit(values: Record<string, unknown>): Promise<Submission> {
    return await this.owner.scene.surface.ask(
      "POST",
      `/desk/views/${this.id}/submit`,
      { user_id: this.owner.id, values },
    );
  }
}
