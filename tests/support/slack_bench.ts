import { Hono } from "hono";
import { Ids, seededRandom } from "../../emulator/ids.ts";
import { Journal } from "../../emulator/journal.ts";
import { deskRoutes } from "../../emulator/slack/desk.ts";
import { InProcessHost } from "../../emulator/slack/runtime/in_process_host.ts";
import { Slack, type SlackOptions } from "../../emulator/slack/slack.ts";
import { Store } from "../../emulator/store.ts";
import type { Wire } from "../../emulator/wire.ts";
import manifest from "./notes_app/manifest.ts";
import { VirtualClock } from "./virtual_clock.ts";

/** Carries everything at once and loses nothing. */
const instantly: Wire = { pass: (_call, perform) => perform() };

/** What an answer of the Web API looks like from outside. */
export type Answer = Record<string, unknown> & { ok: boolean; error?: string };

/** A Slack by itself, with the made-up app in it, under a clock that moves when told. */
export class SlackBench implements Disposable {
  readonly clock: VirtualClock = new VirtualClock();
  readonly journal: Journal;
  readonly slack: Slack;
  readonly app: Hono = new Hono();
  readonly bot: string;
  readonly #fetch = globalThis.fetch;

  constructor(options: Partial<SlackOptions> = {}) {
    this.journal = new Journal(this.clock);
    this.slack = new Slack({
      clock: this.clock,
      ids: new Ids(seededRandom(1)),
      store: new Store(),
      journal: this.journal,
      wire: instantly,
      manifest,
      host: new InProcessHost({
        root: new URL("./notes_app/", import.meta.url),
      }),
      ...options,
    });
    this.slack.routes(this.app);
    deskRoutes(this.app, this.slack);
    this.bot = this.slack.tokens.issueLasting();
    globalThis.fetch = (input, init) => this.fetch(new Request(input, init));
  }

  [Symbol.dispose](): void {
    globalThis.fetch = this.#fetch;
    this.slack.close();
  }

  async fetch(request: Request): Promise<Response> {
    return await this.app.fetch(request);
  }

  /** Calls the Web API as the app, or as a person. */
  async call(method: string, args: object = {}, who?: string): Promise<Answer> {
    const token = who ? this.person(who).token : this.bot;
    const response = await this.fetch(
      new Request(`https://slack.com/api/${method}`, {
        method: "POST",
        headers: {
          authorization: `Bearer ${token}`,
          "content-type": "application/json",
        },
        body: JSON.stringify(args),
      }),
    );
    return await response.json();
  }

  /** The error code of a call, or `ok`. */
  async code(method: string, args: object = {}, who?: string): Promise<string> {
    const answer = await this.call(method, args, who);
    return answer.ok ? "ok" : answer.error ?? "";
  }

  /** Does something at the desk; gives the answer's status too. */
  async desk(path: string, body?: object) {
    const response = await this.fetch(
      new Request(`https://desk/desk/${path}`, {
        method: body ? "POST" : "GET",
        headers: { "content-type": "application/json" },
        ...(body && { body: JSON.stringify(body) }),
      }),
    );
    return { status: response.status, body: await response.json() };
  }

  person(name: string) {
    const found = this.slack.workspace.people.find(name);
    if (!found) throw new Error(`Nobody is called ${name}.`);
    return found;
  }

  channel(name: string) {
    const found = this.slack.workspace.channels.byName(name);
    if (!found) throw new Error(`There is no channel ${name}.`);
    return found;
  }

  /** What the channel says, oldest first. */
  texts(name: string): string[] {
    return this.slack.workspace.messages.inChannel(this.channel(name).id)
      .map((message) => message.text);
  }

  join(name: string): void {
    this.slack.workspace.channels.join(
      this.channel(name),
      this.slack.workspace.bot.user_id,
    );
  }
}
