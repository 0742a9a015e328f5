import type { Hono } from "hono";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Journal } from "../journal.ts";
import type { PlainRequest } from "../plain_request.ts";
import type { Store } from "../store.ts";
import type { Wire } from "../wire.ts";
import { Automation } from "./automation.ts";
import { Buttons } from "./buttons.ts";
import type { Change } from "./changes.ts";
import { Datastores } from "./datastores/datastores.ts";
import { type Deliveries, steadyDeliveries } from "./deliveries.ts";
import { Executions } from "./executions.ts";
import { fileRoutes } from "./file_routes.ts";
import type { FunctionHost } from "./function_host.ts";
import { checkManifest, deployTriggers } from "./install.ts";
import { Limits } from "./limits.ts";
import { readManifest } from "./manifest.ts";
import { Modals } from "./modals.ts";
import { Pointers } from "./pointers.ts";
import { runStep, type StepResult } from "./step.ts";
import { Tokens } from "./tokens.ts";
import type { ThreadTsReading } from "./trigger_data.ts";
import { Triggers } from "./triggers.ts";
import { Views } from "./views.ts";
import { WebApi } from "./web_api.ts";
import { Webhooks } from "./webhooks.ts";
import { WorkflowRuns } from "./workflow_runs.ts";
import { smallOffice, Workspace, type WorkspaceSeed } from "./workspace.ts";

export interface SlackOptions {
  clock: Clock;
  ids: Ids;
  store: Store;
  journal: Journal;
  wire: Wire;
  /** What `manifest.ts` exports. */
  manifest: unknown;
  /** What the files in `triggers/` export. */
  triggers?: readonly unknown[];
  /** Where the app's functions run. */
  host: FunctionHost;
  /** The app's own variables, as `slack env set` keeps them. */
  env?: Record<string, string>;
  workspace?: WorkspaceSeed;
  /** Where webhook addresses point to; no slash at the end. */
  hooksOrigin?: string;
  /** Where `/api/` is; no slash at the end. */
  apiOrigin?: string;
  limits?: "slack" | "off";
  deliveries?: Deliveries;
  thread_ts_reading?: ThreadTsReading;
  /** How far behind a datastore read may be, in milliseconds: asked anew for each. */
  staleness?: () => number;
  /** Hears of every datastore row that was written or taken away. */
  onWrite?: (datastore: string, id: string) => void;
}

const SLACK = "https://slack.com";

const API_CALL = /^https?:\/\/[^/]+\/api\/([\w.]+)(?:\?|$)/;

/** A Slack workspace with one app installed in it. */
export class Slack {
  readonly workspace: Workspace;
  readonly datastores: Datastores;
  readonly views: Views;
  readonly triggers: Triggers;
  readonly executions: Executions;
  readonly runs: WorkflowRuns;
  readonly automation: Automation;
  readonly buttons: Buttons;
  readonly modals: Modals;
  readonly tokens: Tokens;
  readonly #api: WebApi;
  readonly #webhooks: Webhooks;
  readonly #apiOrigin: string;

  constructor(options: SlackOptions) {
    const { clock, ids, store, journal, wire } = options;
    const manifest = readManifest(options.manifest);
    checkManifest(manifest);
    const deliveries = options.deliveries ?? steadyDeliveries;
    const limits = options.limits ?? "slack";
    const apiOrigin = this.#apiOrigin = options.apiOrigin ?? SLACK;
    const workspace = this.workspace = new Workspace(
      store,
      clock,
      ids,
      manifest,
      options.workspace ?? smallOffice,
      apiOrigin === SLACK ? "https://files.slack.com" : apiOrigin,
    );
    this.datastores = new Datastores({
      store,
      clock,
      ...(options.staleness && { staleness: options.staleness }),
      ...(options.onWrite && { onWrite: options.onWrite }),
    });
    this.datastores.install(manifest.datastores);
    this.tokens = new Tokens(workspace, clock, ids);
    this.views = new Views(workspace);
    const pointers = new Pointers(clock, ids);
    const executions = this.executions = new Executions(
      workspace,
      this.tokens,
      options.host,
      options.env ?? {},
      deliveries,
    );
    const triggers = this.triggers = new Triggers(
      workspace,
      options.hooksOrigin ?? "https://hooks.slack.com",
    );
    this.runs = new WorkflowRuns(workspace, executions);
    this.automation = new Automation(
      workspace,
      triggers,
      this.runs,
      deliveries,
      options.thread_ts_reading ?? "usual",
    );
    this.buttons = new Buttons(
      workspace,
      pointers,
      executions,
      triggers,
      this.automation,
    );
    this.modals = new Modals(workspace, this.views, pointers, executions);
    this.#api = new WebApi(
      {
        clock,
        workspace,
        datastores: this.datastores,
        views: this.views,
        pointers,
        executions,
        triggers,
      },
      this.tokens,
      new Limits(clock, limits),
      journal,
      wire,
    );
    this.#webhooks = new Webhooks(
      clock,
      manifest,
      triggers,
      this.automation,
      journal,
      wire,
      limits === "slack",
    );
    const admin = workspace.people.all().find((person) => person.is_admin) ??
      workspace.people.need(workspace.bot.user_id);
    deployTriggers(triggers, options.triggers ?? [], admin.id);
  }

  /** Answers a call of the Web API, as nearly every request is one: no router has to be asked. Undefined for any other. */
  answer(request: Request | PlainRequest): Promise<Response> | undefined {
    const method = API_CALL.exec(request.url)?.[1];
    return method === undefined ? undefined : this.#api.handle(method, request);
  }

  /** Adds `/api/*`, `/triggers/*` and the files; what people do is in `desk.ts`. */
  routes(app: Hono): void {
    app.all("/api/:method", (c) => {
      return this.#api.handle(c.req.param("method"), c.req.raw);
    });
    app.post("/triggers/:team/:digits/:secret", (c) => {
      return this.#webhooks.handle(c.req.path, c.req.raw);
    });
    fileRoutes(app, this.workspace, this.tokens);
  }

  /** Hears of every change; returns a function that ends the listening. */
  onChange(listener: (change: Change) => void): () => void {
    return this.workspace.changes.on(listener);
  }

  /** Runs one function as a Workflow Builder step does: typed words in, outputs or an error out. */
  runStep(
    callback_id: string,
    inputs: Record<string, unknown>,
  ): Promise<StepResult> {
    return runStep(this.workspace, this.executions, callback_id, inputs);
  }

  /** Slack's part of `GET /workspace`. */
  workspaceInfo() {
    const { people, channels, bot, team } = this.workspace;
    const triggers = this.triggers.all();
    return {
      name: team.name,
      people: people.all().filter((person) => !person.is_bot)
        .map(({ id, name, token }) => ({ id, name, token: token ?? "" })),
      bot: { id: bot.id, user_id: bot.user_id, name: bot.name },
      channels: channels.all().filter((channel) => !channel.is_im)
        .map(({ id, name }) => ({ id, name })),
      shortcuts: triggers.filter(({ definition }) =>
        definition.type === "shortcut"
      ).map(({ id, definition }) => ({
        name: definition.name,
        trigger_id: id,
      })),
      webhooks: triggers.filter(({ definition }) =>
        definition.type === "webhook"
      ).map(({ url, workflow, definition }) => ({
        name: definition.name,
        workflow,
        url: url ?? "",
      })),
      slack: { api_url: `${this.#apiOrigin}/api/` },
    };
  }

  /** Stops scheduled triggers, so that the process can end. */
  close(): void {
    this.automation.stop();
  }
}
