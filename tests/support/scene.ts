import assert from "node:assert/strict";
import { firstDay } from "../../emulator/first_day.ts";
import type { World } from "../../emulator/world.ts";
import type { FrailWire } from "./frail_wire.ts";
import type { Stage } from "./stage.ts";
import { expectNoSurprise } from "./surprises.ts";
import { Surface, type Workspace } from "./surface.ts";
import type { VirtualClock } from "./virtual_clock.ts";

/** Milliseconds of the stage's time that somebody who expects something waits for it, and how often they look. */
const PATIENCE = 30_000;
const LOOK_EVERY = 250;

const DAY = 24 * 60 * 60 * 1000;

/** A world with the app in it, and everything that a test does to it. */
export class Scene {
  /** What has been expected: texts by their SID, messages by channel and ts. */
  readonly expected = new Set<string>();
  readonly surface: Surface;
  readonly clock: VirtualClock;
  readonly world: World;
  line = "";
  #observer = "";
  #events: "once" | "twice" | "never" = "once";

  constructor(
    private readonly stage: Stage,
    private bell: { isCut: boolean },
    private deliveries: { copies: () => number; skipsCatchUp: boolean },
    /** What breaks the app's calls, one at a time. */
    readonly wire: FrailWire,
  ) {
    const { clock, world } = stage;
    this.clock = clock;
    this.world = world;
    this.surface = new Surface(clock, (request) => world.fetch(request));
    deliveries.copies = () => ({ never: 0, once: 1, twice: 2 })[this.#events];
  }

  async begin(connectsLine = true): Promise<void> {
    const workspace = await this.surface.workspace();
    this.line = workspace.lines[0]?.number ?? "";
    this.#observer = workspace.people[0]?.token ?? "";
    const isFirst = this.world.slack.datastores.all("lines").length === 0;
    if (isFirst && connectsLine) {
      await this.clock.runUntil(firstDay(this.world, this.line));
    }
    await this.pass(2_000);
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    await this.clock.advance(ms);
  }

  /**
   * Lets days pass in which nobody does anything. Of their catch-ups only those of the first and of the last day are
   * lived through: the others would find what the one before them found.
   */
  async passIdly(ms: number): Promise<void> {
    await this.pass(DAY);
    this.deliveries.skipsCatchUp = true;
    await this.pass(ms - 2 * DAY);
    this.deliveries.skipsCatchUp = false;
    await this.pass(DAY);
  }

  /** Waits until `look` finds something. @throws when it does not in half a minute. */
  async eventually<T>(
    what: string | (() => string),
    look: () => Promise<T | undefined>,
    found: (it: T) => void = () => {},
  ): Promise<T> {
    const until = this.clock.now() + PATIENCE;
    while (true) {
      const it = await look();
      if (it !== undefined) {
        found(it);
        return it;
      }
      if (this.clock.now() >= until) {
        const words = typeof what === "string" ? what : what();
        assert.fail(`waited in vain for ${words}\n${await this.#account()}`);
      }
      await this.pass(LOOK_EVERY);
    }
  }

  /** Reads Slack with the eyes of a member. */
  async asObserver<T>(method: string, args: Record<string, unknown>) {
    return await this.surface.slack<T>(this.#observer, method, args);
  }

  /** Calls Slack in the app's own name, as a run of it would that does no more than this. */
  async asApp<T>(method: string, args: Record<string, unknown>) {
    const token = this.world.slack.tokens.issueLasting();
    return await this.surface.slack<T>(token, method, args);
  }

  /** Reads a file in Slack with the eyes of a member. */
  async read(url: string): Promise<string> {
    const headers = { authorization: `Bearer ${this.#observer}` };
    const asked = this.world.fetch(new Request(url, { headers }));
    return await (await this.clock.runUntil(asked)).text();
  }

  /** Waits for a channel of this name, and lets the observer in. @returns the workspace with it. */
  async expectChannel(name: string): Promise<Workspace> {
    const workspace = await this.eventually(
      `a channel #${name}`,
      async () => {
        const found = await this.surface.workspace();
        return found.channels.some((each) => each.name === name)
          ? found
          : undefined;
      },
    );
    const channel = workspace.channels.find((each) => each.name === name)?.id;
    await this.asObserver("conversations.join", { channel });
    return workspace;
  }

  /** Rings a webhook trigger as anyone who knows its address can. */
  async ring(
    name: string,
    body: unknown,
  ): Promise<{ ok: boolean; error?: string }> {
    return await (await this.surface.raw(
      "POST",
      await this.#bellOf(name),
      body,
    ))
      .json();
  }

  async ringWithForm(
    name: string,
    fields: Record<string, string>,
  ): Promise<{ ok: boolean }> {
    const path = await this.#bellOf(name);
    const asked = this.world.fetch(
      new Request(new URL(path, "http://127.0.0.1"), {
        method: "POST",
        body: new URLSearchParams(fields),
      }),
    );
    return await (await this.clock.runUntil(asked)).json();
  }

  /** Runs a function as a step of somebody's own workflow. */
  async runStep(callbackId: string, inputs: Record<string, unknown>) {
    const step = this.world.slack.runStep(callbackId, inputs);
    return await this.clock.runUntil(step, 90_000);
  }

  /** Begins a function as a step that may stay open. @returns what waits for its outcome. */
  beginStep(callbackId: string, inputs: Record<string, unknown>) {
    const step = this.world.slack.runStep(callbackId, inputs);
    return () => this.clock.runUntil(step, 90_000);
  }

  /** From now on every event fires twice. */
  fireEventsTwice(): void {
    this.#events = "twice";
  }

  /** From now on no event fires. @returns what mends it. */
  dropEvents(): () => void {
    this.#events = "never";
    return () => {
      this.#events = "once";
    };
  }

  /** From now on no ring reaches Slack. @returns what mends it. */
  cutBell(): () => void {
    this.bell.isCut = true;
    return () => {
      this.bell.isCut = false;
    };
  }

  /** Fails when a phone got a text, or the app said something in Slack, that nobody expected. */
  async expectNothingElse(): Promise<void> {
    await expectNoSurprise(this);
  }

  /** What the functions logged, line by line. */
  get logged(): readonly string[] {
    return this.stage.said;
  }

  async close(): Promise<void> {
    await this.stage.close();
  }

  async #bellOf(name: string): Promise<string> {
    const { webhooks } = await this.surface.workspace();
    const found = webhooks.find((each) => each.name === name);
    assert(found, `there is no webhook ${name}`);
    return new URL(found.url).pathname;
  }

  /** What happened lately, for a test that failed. */
  #account(): Promise<string> {
    const calls = this.world.journal.since(0).slice(-40).map((each) =>
      `${each.start} ${each.side} ${each.method} by ${each.caller}: ${each.outcome}`
    );
    const runs = this.world.slack.executions.all().slice(-10).map((each) =>
      JSON.stringify(each)
    );
    return Promise.resolve(
      [...calls, ...runs, ...this.logged].join("\n"),
    );
  }
}
