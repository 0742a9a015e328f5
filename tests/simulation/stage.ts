import type { Deliveries } from "../../emulator/slack/deliveries.ts";
import { platformFetch } from "../../emulator/slack/runtime/platform_fetch.ts";
import { createWorld, type World } from "../../emulator/world.ts";
import manifest from "../../manifest.ts";
import { type Platform, standIn } from "../support/platform.ts";
import { ROOT } from "../support/source_files.ts";
import { functionFiles } from "../support/stage.ts";
import type { Workspace } from "../support/surface.ts";
import type { VirtualClock } from "../support/virtual_clock.ts";
import type { Reminding } from "./business_hours.ts";
import type { CallFates } from "./call_fate.ts";
import type { Chance } from "./chance.ts";
import { FaultyWire } from "./faulty_wire.ts";
import { Hands } from "./hands.ts";
import type { Ledger } from "./ledger.ts";
import { type Fates, MortalHost } from "./mortal_host.ts";
import { FORMS } from "./invariants.ts";
import { connectLines, limitPlan, officeSeed, remindTeam } from "./office.ts";
import { countedIn } from "./plan_kept.ts";
import { outcomes } from "./outcome.ts";
import { takePicture } from "./picture.ts";
import { blockedIn, consentsIn } from "./quiet_tables.ts";
import type { Seen } from "./seen.ts";
import { Standings } from "./standings.ts";
import type { Trace } from "./trace.ts";
import { Waits } from "./waits.ts";
import { conversationsIn } from "./work_told.ts";

export interface StageOptions {
  /** Repeats every id. */
  seed: number;
  clock: VirtualClock;
  trace: Trace;
  chance: Chance;
  calls: CallFates;
  runs: Fates;
  deliveries: Deliveries;
  /** How far behind the next datastore read is (milliseconds). */
  staleness?: () => number;
  lines: number;
  phones: number;
  /** Segments a month; null for no limit. */
  limit?: number | null;
  /** After how long the team is reminded of who waits; absent where it is not. */
  reminding?: Reminding;
  /** Milliseconds until a text arrives on a phone. */
  delivered?: number;
}

/** A world with the app in it, its lines connected, on which calls fail and runs die as the fates will. */
export class Stage {
  readonly #uncaught: string[] = [];
  readonly #hear = (event: PromiseRejectionEvent) => {
    event.preventDefault();
    this.#uncaught.push(`nobody caught: ${event.reason}`);
  };
  workspace: Workspace = {
    people: [],
    bot: { id: "", user_id: "" },
    channels: [],
    lines: [],
    phones: [],
    shortcuts: [],
    webhooks: [],
  };

  private constructor(
    readonly world: World,
    readonly hands: Hands,
    private readonly host: MortalHost,
    private readonly platform: Platform,
    private readonly standings: Standings,
    private readonly waits: Waits,
    private readonly options: StageOptions,
  ) {
    globalThis.addEventListener("unhandledrejection", this.#hear);
  }

  static async open(options: StageOptions): Promise<Stage> {
    const { clock, trace, chance, lines, delivered } = options;
    const host = new MortalHost({ root: ROOT }, clock, options.runs, trace);
    // A first import takes real time, in which virtual time must not move.
    await host.preload(functionFiles());
    const wire = new FaultyWire(clock, chance, options.calls, host, trace);
    const platform = standIn(clock);
    const standings = new Standings();
    const waits = new Waits();
    let stage: Stage | undefined;
    try {
      const world = await createWorld({
        ...officeSeed(lines, options.phones),
        clock,
        seed: options.seed,
        root: ROOT,
        host,
        wire,
        ...(delivered !== undefined && {
          delays: { delivered, undelivered: delivered + 300 },
        }),
        slack: {
          deliveries: options.deliveries,
          ...(options.staleness && { staleness: options.staleness }),
          onWrite: (table, id) => {
            const row = world.slack.datastores.read(table, id);
            standings.note(id, row, clock.now());
            waits.read(table, row, clock.now());
          },
        },
      });
      wire.follow(world.journal);
      takeOver(platform, host, world);
      const hands = new Hands(world);
      stage = new Stage(
        world,
        hands,
        host,
        platform,
        standings,
        waits,
        options,
      );
      waits.follow(world);
      await clock.runUntil(connectLines(world, lines));
      const { limit, reminding } = options;
      if (limit) await clock.runUntil(limitPlan(world, limit));
      if (reminding) await clock.runUntil(remindTeam(world, reminding));
      // Whatever the first day set in motion is over, and the rate limits have forgotten it.
      await clock.advance(90_000);
      stage.workspace = await hands.ask<Workspace>("GET", "/workspace");
      return stage;
    } catch (error) {
      // As long as the stage hears what nobody caught, this would end the process in silence.
      if (stage) await stage.close();
      else platform.restore();
      throw error;
    }
  }

  /** What ids and numbers are called by people, for the trace. */
  get names(): Map<string, string> {
    const { people, channels, phones, lines, bot } = this.workspace;
    return new Map([
      ...people.map(({ id, name }) => [id, name] as const),
      ...channels.map(({ id, name }) => [id, `#${name}`] as const),
      ...phones.map(({ number, name }) => [number, name] as const),
      ...lines.map(({ number }, at) => [number, `line${at + 1}`] as const),
      [bot.user_id, "bot"],
    ]);
  }

  /** Waits until the runs that have just begun are over; a form stays open for ever. */
  async rest(): Promise<void> {
    const { executions } = this.world.slack;
    const isBusy = () =>
      executions.all().some(({ state, callback_id }) =>
        state === "running" && !PATIENT.includes(callback_id)
      );
    while (isBusy()) await this.options.clock.advance(1_000);
  }

  /** What can be seen now, from outside and in Slack's own log. */
  async look(ledger: Ledger, calmSince: number): Promise<Seen> {
    const picture = await takePicture(this.world, this.hands, ledger);
    const unhandled = this.host.unhandled.map(({ run, error }) =>
      `${run.label} (${run.kind}) threw ${error} ${placeOf(error)}`
    );
    return {
      picture,
      remembered: new Set(
        this.world.slack.datastores.all("messages").map(({ sid }) => sid),
      ),
      ledger,
      outcomes: outcomes(ledger, picture),
      limit: this.options.limit ?? null,
      counted: countedIn(this.world),
      conversations: conversationsIn(this.world),
      channels: this.world.slack.datastores.all("channels").length,
      standings: this.standings,
      waits: this.waits,
      reminding: this.options.reminding ?? null,
      consents: consentsIn(this.world),
      blocked: blockedIn(this.world),
      runs: this.world.slack.executions.all(),
      unhandled: [...unhandled, ...this.#uncaught],
      calmSince,
      now: this.options.clock.now(),
    };
  }

  async close(): Promise<void> {
    globalThis.removeEventListener("unhandledrejection", this.#hear);
    this.platform.restore();
    await this.world.close();
  }
}

/** The app's own line where an error came from, if any is on the stack. */
function placeOf(error: unknown): string {
  const stack = error instanceof Error ? error.stack ?? "" : "";
  const places = stack.split("\n").flatMap((line) =>
    /\/((?:bridge|datastores|functions)\/[\w/]+\.ts:\d+)/.exec(line)?.[1] ?? []
  );
  return places.length > 0 ? `at ${places.slice(0, 3).join(" < ")}` : "";
}

/** What may go on for as long as somebody lets a form, or a question, wait. */
const PATIENT = [...FORMS, "ask_and_wait"];

/** Puts the platform's network and timers into the host's hands: a dead run has neither. */
function takeOver(platform: Platform, host: MortalHost, world: World): void {
  platform.route(
    host.mortalFetch(platformFetch(world, manifest.outgoing_domains ?? [])),
  );
  const { setTimeout } = globalThis;
  Object.assign(globalThis, {
    setTimeout: (task: () => void, ms?: number) =>
      setTimeout(host.mortalTask(task), ms),
  });
}
