import type { Collection } from "../store.ts";
import { refuse } from "./refusal.ts";
import {
  checkTrigger,
  type TriggerDefinition,
  workflowOf,
} from "./trigger_definition.ts";
import type { Workspace } from "./workspace.ts";

/** A trigger of the app, as Slack keeps it. */
export interface Trigger {
  id: string;
  definition: TriggerDefinition;
  /** The workflow's callback id. */
  workflow: string;
  owner: string;
  /** Where it is pulled: a webhook's address, a link trigger's link; null for the others. */
  url: string | null;
  permission: { type: string; user_ids: string[]; channel_ids: string[] };
  /** How often a scheduled one went off. */
  fired: number;
  /** Unix seconds. */
  created: number;
  updated: number;
}

/** The app's triggers: made at deploy time or by the app itself. */
export class Triggers {
  readonly #rows: Collection<Trigger>;
  readonly #paths = new Map<string, Trigger>();

  /** @param hooksOrigin where webhook addresses point to, no slash at the end */
  constructor(
    private readonly workspace: Workspace,
    private readonly hooksOrigin: string,
  ) {
    this.#rows = workspace.store.collection<Trigger>("slack.triggers");
    for (const trigger of this.#rows.all()) this.#index(trigger);
  }

  all(): Trigger[] {
    return this.#rows.all();
  }

  get(id: string): Trigger | undefined {
    return this.#rows.get(id);
  }

  need(id: string): Trigger {
    return this.get(id) ?? refuse("trigger_not_found");
  }

  /** The webhook trigger at `/triggers/…`. */
  byPath(path: string): Trigger | undefined {
    return this.#paths.get(path);
  }

  byUrl(url: string): Trigger | undefined {
    return this.all().find((trigger) => trigger.url === url);
  }

  create(definition: TriggerDefinition, owner: string): Trigger {
    const { clock, ids } = this.workspace;
    checkTrigger(definition, this.workspace.manifest, clock.now());
    const id = ids.slack("Ft");
    const now = Math.floor(clock.now() / 1000);
    const trigger: Trigger = {
      id,
      definition,
      workflow: workflowOf(definition),
      owner,
      url: this.#url(definition, id),
      permission: { type: "everyone", user_ids: [], channel_ids: [] },
      fired: 0,
      created: now,
      updated: now,
    };
    this.#save(trigger, "created");
    return trigger;
  }

  /** Takes the new definition whole; id and address stay. */
  update(id: string, definition: TriggerDefinition): Trigger {
    const trigger = this.need(id);
    if (definition.type !== trigger.definition.type) {
      refuse("invalid_trigger_type");
    }
    const { clock, manifest } = this.workspace;
    checkTrigger(definition, manifest, clock.now());
    trigger.definition = definition;
    trigger.workflow = workflowOf(definition);
    trigger.fired = 0;
    trigger.updated = Math.floor(clock.now() / 1000);
    this.#save(trigger, "changed");
    return trigger;
  }

  remove(id: string): void {
    const trigger = this.need(id);
    this.#rows.delete(id);
    if (trigger.url) this.#paths.delete(new URL(trigger.url).pathname);
    this.#tell(id, "removed");
  }

  /** Makes a change last without a word. */
  keep(trigger: Trigger): void {
    this.#rows.put(trigger.id, trigger);
  }

  #url(definition: TriggerDefinition, id: string): string | null {
    const { ids, team } = this.workspace;
    if (definition.type === "shortcut") {
      return `https://slack.com/shortcuts/${id}/${ids.hex(32)}`;
    }
    if (definition.type !== "webhook") return null;
    const digits = ids.hex(26).replaceAll(/[a-f]/g, "").padEnd(13, "7")
      .slice(0, 13);
    return `${this.hooksOrigin}/triggers/${team.id}/${digits}/${ids.hex(32)}`;
  }

  #save(trigger: Trigger, action: string): void {
    this.#rows.put(trigger.id, trigger);
    this.#index(trigger);
    this.#tell(trigger.id, action);
  }

  #index(trigger: Trigger): void {
    if (trigger.definition.type === "webhook" && trigger.url) {
      this.#paths.set(new URL(trigger.url).pathname, trigger);
    }
  }

  #tell(id: string, action: string): void {
    this.workspace.changes.emit({ kind: "trigger", action, id });
  }
}
