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

  /** Types or chooses in a field that tells the app at once. */
  async act(blockId: string, actionId: string, value: string): Promise<void> {
    await this.owner.scene.surface.ask(
      "POST",
      `/desk/views/${this.id}/actions`,
      { user_id: this.owner.id, block_id: blockId, action_id: actionId, value },
    );
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
