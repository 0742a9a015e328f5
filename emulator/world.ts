import { Hono } from "hono";
import { Carrier, type CarrierOptions } from "./carrier/carrier.ts";
import { carrierRoutes } from "./carrier/carrier_routes.ts";
import { RelayHost } from "./carrier/relay_host.ts";
import { answerRest, isRest } from "./carrier/rest.ts";
import type { Change } from "./change.ts";
import { type Clock, wallClock } from "./clock.ts";
import { Ids, seededRandom } from "./ids.ts";
import { Journal } from "./journal.ts";
import { pageRoutes } from "./page/page.ts";
import type { PlainRequest } from "./plain_request.ts";
import { seenBy } from "./seen_by.ts";
import { deskRoutes } from "./slack/desk.ts";
import type { FunctionHost } from "./slack/function_host.ts";
import { loadApp } from "./slack/load_app.ts";
import { InProcessHost } from "./slack/runtime/in_process_host.ts";
import { RUN_HEADER } from "./slack/runtime/run_header.ts";
import { Slack, type SlackOptions } from "./slack/slack.ts";
import { Store } from "./store.ts";
import { steadyWire, type Wire } from "./wire.ts";
import { worldInfo } from "./world_info.ts";
import type { RelaySeed, WorldSeed } from "./world_seed.ts";

export interface WorldOptions extends WorldSeed {
  clock?: Clock;
  /** Repeats every id. */
  seed?: number;
  store?: Store;
  wire?: Wire;
  /** The app's root: a file URL that ends in a slash. */
  root: URL;
  host: FunctionHost;
  /** How Slack differs from its usual self. */
  slack?: Pick<
    SlackOptions,
    "deliveries" | "limits" | "onWrite" | "staleness" | "thread_ts_reading"
  >;
  delays?: CarrierOptions["delays"];
  webhookDelay?: CarrierOptions["webhookDelay"];
  mediaDelay?: CarrierOptions["mediaDelay"];
  /** Reaches hosts outside this world; nobody is there unless told otherwise. */
  outbound?: (request: Request) => Promise<Response>;
}

/** A Slack workspace with the app in it, a carrier and phones, all behind one `fetch`. */
export interface World {
  clock: Clock;
  ids: Ids;
  store: Store;
  journal: Journal;
  slack: Slack;
  carrier: Carrier;
  relay: RelayHost | undefined;
  /** Rejects when the wire lost the answer. */
  fetch(request: Request): Promise<Response>;
  /** Answers a call of Slack's or the carrier's API as `fetch` does; undefined for all else. */
  answer(request: PlainRequest): Promise<Response> | undefined;
  /** @returns a function that ends the listening. */
  onChange(listener: (change: Change) => void): () => void;
  close(): Promise<void>;
}

/** Milliseconds that an API call takes there and back. */
const USUAL_LATENCY = 40;

/** Opens a world with the app of `root` installed in it; a store that has been used before goes on where it was. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const { origin, host } = options;
  const clock = options.clock ?? wallClock;
  const store = options.store ?? new Store();
  const ids = new Ids(seededRandom(options.seed ?? 1));
  const journal = new Journal(clock);
  const wire = options.wire ?? steadyWire(clock, USUAL_LATENCY);
  const app = new Hono();
  // A lost answer is lost for the caller too, not turned into a polite one.
  app.onError((error) => {
    throw error;
  });
  const inside = { clock, ids, store, journal, wire };
  const slack = new Slack({
    ...inside,
    ...options.slack,
    ...await loadApp(options.root, clock),
    host,
    env: options.env,
    workspace: options.workspace,
    apiOrigin: origin,
    hooksOrigin: options.hooksOrigin ?? origin,
  });
  const reach = (request: Request): Promise<Response> => {
    if (relay?.serves(request.url)) return relay.handle(request);
    const { pathname } = new URL(request.url);
    if (pathname.startsWith("/triggers/")) return fetch(request);
    return options.outbound?.(request) ??
      Promise.reject(new TypeError(`nobody answers at ${request.url}`));
  };
  const carrier = new Carrier({
    ...inside,
    seed: options.carrier,
    outbound: reach,
    delays: options.delays,
    webhookDelay: options.webhookDelay,
    mediaOrigin: options.mediaOrigin ?? origin,
    mediaDelay: options.mediaDelay,
    caller: (request) => {
      const run = host instanceof InProcessHost ? host.current() : undefined;
      return run
        ? `${run.callback_id} ${run.execution_id}`
        : request.headers.get(RUN_HEADER) ?? undefined;
    },
  });
  const relay = options.relay && new RelayHost({
    clock,
    authToken: carrier.account.auth_token,
    origin: options.relay.origin ?? `${origin}/relay`,
    directory: options.relay.directory,
    env: ringsOf(options.relay, slack),
    fetch: reach,
  });
  const fetch = async (request: Request) =>
    relay?.serves(request.url)
      ? await relay.handle(request)
      : await (slack.answer(request) ?? app.fetch(request));
  const answer = (request: PlainRequest) => {
    const { url } = request;
    // Whoever stands in for `fetch` is to see everything.
    if (world.fetch !== fetch || relay?.serves(url)) return undefined;
    return slack.answer(request) ??
      (isRest(url) ? answerRest(carrier, request) : undefined);
  };
  const onChange = (listener: (change: Change) => void) => {
    const stops = [
      slack.onChange(listener),
      carrier.onChange(listener),
      journal.onFinished(({ seq }) => listener({ kind: "call", seq })),
    ];
    return () => stops.forEach((stop) => stop());
  };

  slack.routes(app);
  deskRoutes(app, slack);
  carrierRoutes(app, carrier, relay);
  app.get("/workspace", (c) => c.json(worldInfo(slack, carrier, options)));
  app.get("/journal", (c) => {
    const seq = Number(c.req.query("since") ?? 0);
    return c.json(journal.since(Number.isInteger(seq) && seq > 0 ? seq : 0));
  });
  pageRoutes(app, {
    onChange,
    story: options.story ?? [],
    seenBy: (user_id) => seenBy(slack, carrier, user_id),
  });

  const world: World = {
    ...inside,
    slack,
    carrier,
    relay,
    fetch,
    answer,
    onChange,
    async close() {
      slack.close();
      await host.close();
      store.close();
    },
  };
  return world;
}

/** The relay's environment: the addresses of the webhooks that start the workflows it is to ring. */
function ringsOf(relay: RelaySeed, slack: Slack): Record<string, string> {
  const { webhooks } = slack.workspaceInfo();
  return Object.fromEntries(
    Object.entries(relay.rings).flatMap(([variable, workflow]) => {
      const found = webhooks.find((webhook) => webhook.workflow === workflow);
      return found ? [[variable, found.url]] : [];
    }),
  );
}
