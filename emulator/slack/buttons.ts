import type { Automation } from "./automation.ts";
import { elementsOf, findElement } from "./block_kit/block_ids.ts";
import {
  isStateful,
  NotPossible,
  touched,
  untouched,
} from "./block_kit/element_state.ts";
import { isPart, type Part } from "./block_kit/faults.ts";
import { directoryOf } from "./directory.ts";
import type { Ephemeral } from "./ephemerals.ts";
import type { Executions } from "./executions.ts";
import { actionOf, interactionBody } from "./interaction_body.ts";
import type { Message } from "./messages.ts";
import type { Person } from "./people.ts";
import type { Pointers } from "./pointers.ts";
import { shownMessage } from "./shown_message.ts";
import { askSuggestions } from "./suggestions.ts";
import type { Trigger, Triggers } from "./triggers.ts";
import type { Workspace } from "./workspace.ts";

/** An element under a message; a null block when the action id is enough to tell. */
interface Place {
  channel: string;
  ts: string;
  block_id: string | null;
  action_id: string;
}

/** What people press in Slack's client outside of modals: shortcuts, and buttons under messages. */
export class Buttons {
  constructor(
    private readonly workspace: Workspace,
    private readonly pointers: Pointers,
    private readonly executions: Executions,
    private readonly triggers: Triggers,
    private readonly automation: Automation,
  ) {}

  /** Starts a link trigger, from the `/` menu or from a button. */
  pressShortcut(
    trigger: Trigger,
    person: Person,
    place: { channel_id: string | null; button?: Part },
    given: Record<string, unknown> = {},
  ): void {
    if (!mayUse(trigger, person)) {
      throw new NotPossible(
        `${person.name} has no access to “${trigger.definition.name}”.`,
      );
    }
    this.automation.pull(trigger, "shortcut", {
      user_id: person.id,
      channel_id: place.channel_id,
      location: place.button ? "button" : "message",
      interactivity: this.pointers.issue({
        user_id: person.id,
        channel_id: place.channel_id,
        view_id: null,
      }),
      ...place.button,
    }, given);
  }

  /**
   * Presses a button under a message, an ephemeral one too, or chooses in one of its menus.
   * @param choice the block, where action ids are not enough to tell, and what was chosen
   */
  async pressButton(
    channel: string,
    ts: string,
    action_id: string,
    person: Person,
    choice: { block_id?: string | null; value?: unknown } = {},
  ): Promise<void> {
    const { message, block, element } = this.#find(
      { channel, ts, block_id: choice.block_id ?? null, action_id },
      person,
    );
    const state = String(element.type).endsWith("button")
      ? null
      : touched(element, choice.value, directoryOf(this.workspace));
    if (element.type === "workflow_button") {
      return this.#pressWorkflowButton(channel, ts, block, element, person);
    }
    const values = messageState(message.blocks ?? [], channel);
    const kept = values[String(block.block_id)];
    if (state && kept && isStateful(element)) kept[action_id] = state;
    await this.executions.handle(message.execution_id ?? "", {
      ...this.#body("block_actions", message, person),
      state: { values },
      actions: [actionOf(this.workspace, block, element, state)],
    });
  }

  /** Options that an external select under a message offers for what was typed. */
  async suggest(
    place: Place,
    person: Person,
    typed: string,
  ): Promise<unknown> {
    const { message, block } = this.#find(place, person);
    return await askSuggestions(this.executions, message.execution_id ?? "", {
      ...this.#body("block_suggestion", message, person),
      block_id: block.block_id,
      action_id: place.action_id,
      value: typed,
    });
  }

  #find({ channel, ts, block_id, action_id }: Place, person: Person) {
    const { messages, ephemerals } = this.workspace;
    const ephemeral = ephemerals.get(ts);
    const message = messages.get(channel, ts) ??
      (ephemeral?.shown_to === person.id ? ephemeral : undefined);
    if (!message) throw new NotPossible("There is no such message.");
    const found = findElement(message.blocks ?? [], block_id, action_id);
    if (!found) throw new NotPossible(`There is no button ${action_id}.`);
    return { message, ...found };
  }

  #body(type: string, message: Message | Ephemeral, person: Person): Part {
    const { workspace } = this;
    const { channel, ts } = message;
    const isEphemeral = "shown_to" in message;
    return {
      ...interactionBody(workspace, this.pointers, type, person, {
        channel_id: channel,
        view_id: null,
      }),
      container: {
        type: "message",
        message_ts: ts,
        channel_id: channel,
        is_ephemeral: isEphemeral,
      },
      channel: {
        id: channel,
        name: workspace.channels.get(channel)?.name ?? "",
      },
      message: isEphemeral
        ? { type: "message", ...message }
        : shownMessage(workspace, message),
    };
  }

  #pressWorkflowButton(
    channel: string,
    ts: string,
    block: Part,
    element: Part,
    person: Person,
  ): void {
    const workflow = isPart(element.workflow) ? element.workflow : {};
    const pulled = isPart(workflow.trigger) ? workflow.trigger : {};
    const trigger = this.triggers.byUrl(String(pulled.url));
    if (!trigger) throw new NotPossible("This workflow is no longer there.");
    const list = Array.isArray(pulled.customizable_input_parameters)
      ? pulled.customizable_input_parameters.filter(isPart)
      : [];
    this.pressShortcut(trigger, person, {
      channel_id: channel,
      button: {
        action_id: element.action_id,
        block_id: block.block_id,
        message_ts: ts,
      },
    }, Object.fromEntries(list.map((one) => [one.name, one.value])));
  }
}

function mayUse(trigger: Trigger, person: Person): boolean {
  const { type, user_ids } = trigger.permission;
  if (type === "everyone") return true;
  if (type === "named_entities") return user_ids.includes(person.id);
  return person.is_admin;
}

/** `state.values`: what every field under a message holds before anybody touches it. */
function messageState(
  blocks: Part[],
  channel: string,
): Record<string, Record<string, Part>> {
  const values: Record<string, Record<string, Part>> = {};
  for (const block of blocks) {
    for (const element of elementsOf(block).filter(isStateful)) {
      const held = values[String(block.block_id)] ??= {};
      held[String(element.action_id)] = untouched(element, channel);
    }
  }
  return values;
}
