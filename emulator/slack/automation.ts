import type { Collection } from "../store.ts";
import type { Change } from "./changes.ts";
import { deliver, type Deliveries, type DeliveryKind } from "./deliveries.ts";
import { passesFilter } from "./filters.ts";
import { nextOccurrence } from "./schedule.ts";
import { fillAll } from "./templates.ts";
import { eventsOf, type ThreadTsReading } from "./trigger_data.ts";
import type { Trigger, Triggers } from "./triggers.ts";
import type { WorkflowRuns } from "./workflow_runs.ts";
import type { Workspace } from "./workspace.ts";

type Values = Record<string, unknown>;

/** Timers are set for a day at most: a platform's own timers do not reach further than 24 days. */
const LONGEST_WAIT = 24 * 3_600_000;

/** A trigger that was pulled, and what came of it. */
export interface Firing {
  id: string;
  /** Milliseconds since the Unix epoch. */
  at: number;
  trigger_id: string;
  name: string;
  kind: DeliveryKind;
  run_id: string | null;
  /** Why no run came of it. */
  faults: string[];
}

/** Pulls triggers when their time, their event or their caller comes. */
export class Automation {
  readonly #firings: Collection<Firing>;
  readonly #timers = new Map<string, () => void>();

  constructor(
    private readonly workspace: Workspace,
    private readonly triggers: Triggers,
    private readonly runs: WorkflowRuns,
    private readonly deliveries: Deliveries,
    private readonly reading: ThreadTsReading,
  ) {
    this.#firings = workspace.store.collection<Firing>("slack.firings");
    workspace.changes.on((change) => this.#hear(change));
    for (const trigger of triggers.all()) this.#arm(trigger);
  }

  firings(): Firing[] {
    return this.#firings.all();
  }

  /**
   * Pulls a trigger, so that its workflow starts a moment later.
   * @param data what `{{data.…}}` stands for
   * @param given values of customizable inputs, from a workflow button
   */
  pull(
    trigger: Trigger,
    kind: DeliveryKind,
    data: Values,
    given: Values = {},
  ): void {
    const { clock, ids, team } = this.workspace;
    const scope = {
      data,
      event_timestamp: Math.floor(clock.now() / 1000),
      event_id: ids.slack("Ev"),
      team_id: team.id,
    };
    const values: Values = {};
    const templates: Values = {};
    for (const [name, input] of Object.entries(trigger.definition.inputs)) {
      if (!input.customizable) templates[name] = input.value;
      else if (name in given) values[name] = given[name];
    }
    Object.assign(values, fillAll(templates, scope));
    deliver(
      clock,
      this.deliveries,
      kind,
      trigger.definition.name,
      () => this.#start(trigger, kind, values),
    );
  }

  /** Forgets the timers, so that a process can end. */
  stop(): void {
    for (const cancel of this.#timers.values()) cancel();
    this.#timers.clear();
  }

  #start(trigger: Trigger, kind: DeliveryKind, inputs: Values): void {
    const { clock, ids } = this.workspace;
    const result = this.runs.start(trigger.workflow, inputs, trigger.id);
    const firing: Firing = {
      id: ids.hex(16),
      at: clock.now(),
      trigger_id: trigger.id,
      name: trigger.definition.name,
      kind,
      run_id: "run" in result ? result.run.id : null,
      faults: "run" in result ? [] : result.faults,
    };
    this.#firings.put(firing.id, firing);
  }

  #hear(change: Change): void {
    if (change.kind === "trigger" && change.id) {
      const trigger = this.triggers.get(change.id);
      if (trigger) this.#arm(trigger);
      else this.#disarm(change.id);
      return;
    }
    const events = eventsOf(this.workspace, change, this.reading);
    for (const { event_type, data } of events) {
      for (const trigger of this.triggers.all()) {
        const event = trigger.definition.event;
        if (event?.event_type !== event_type) continue;
        if (!this.#listensTo(event, change.channel_id ?? "")) continue;
        if (event.filter && !passesFilter(event.filter, data)) continue;
        this.pull(trigger, "event", data);
      }
    }
  }

  /** "Your app also needs to be a member of any channel where you want to listen for events." */
  #listensTo(
    event: { channel_ids?: string[]; all_resources?: boolean },
    channel_id: string,
  ): boolean {
    const channel = this.workspace.channels.get(channel_id);
    const member = channel?.members.includes(this.workspace.bot.user_id);
    if (event.channel_ids) {
      return event.channel_ids.includes(channel_id) && member === true;
    }
    return event.all_resources ? member === true : !channel?.is_private;
  }

  #arm(trigger: Trigger): void {
    this.#disarm(trigger.id);
    const schedule = trigger.definition.schedule;
    if (!schedule) return;
    const { clock } = this.workspace;
    const next = nextOccurrence(schedule, clock.now(), trigger.fired);
    if (next === null) return;
    const wait = Math.min(next - clock.now(), LONGEST_WAIT);
    this.#timers.set(
      trigger.id,
      clock.after(wait, () => {
        if (clock.now() >= next) {
          trigger.fired++;
          this.triggers.keep(trigger);
          this.pull(trigger, "scheduled", { user_id: trigger.owner });
        }
        this.#arm(trigger);
      }),
    );
  }

  #disarm(id: string): void {
    this.#timers.get(id)?.();
    this.#timers.delete(id);
  }
}
