import { SlackAPI } from "deno-slack-api/mod.ts";
import twilio from "twilio";
import ResponseModule from "twilio/lib/http/response.js";
import type { HandlerArgs } from "../../../emulator/slack/runtime/dispatch.ts";

type Row = Record<string, unknown>;

/** What a function written straight from the vendors' guides has at hand: Slack's client, tables, and Twilio's package. */
export class Tools {
  readonly #client;
  readonly carrier;

  constructor(readonly args: Pick<HandlerArgs, "token" | "env" | "inputs">) {
    const { TWILIO_ACCOUNT_SID: sid, TWILIO_AUTH_TOKEN: token } = args.env;
    this.#client = SlackAPI(args.token);
    this.carrier = twilio(sid, token, { httpClient: new FetchClient() });
  }

  async slack(method: string, args: Row): Promise<Row> {
    const answer = await this.#client.apiCall(method, args);
    if (!answer.ok) throw new Error(`${method}: ${answer.error}`);
    return { ...answer };
  }

  /** A row of a table by its key; null where there is none. */
  async row(datastore: string, id: string): Promise<Row | null> {
    const { item } = await this.slack("apps.datastore.get", { datastore, id });
    const isRow = typeof item === "object" && item !== null;
    return isRow && Object.keys(item).length > 0 ? { ...item } : null;
  }

  async save(datastore: string, item: Row): Promise<void> {
    await this.slack("apps.datastore.put", { datastore, item });
  }

  /** @returns the message's `ts`. */
  async post(channel: string, text: string, more: Row = {}): Promise<string> {
    const args = { channel, text, ...more };
    return String((await this.slack("chat.postMessage", args)).ts);
  }

  async mark(channel: string, timestamp: string, name: string): Promise<void> {
    await this.slack("reactions.add", { channel, timestamp, name });
  }
}

function wordsOf(values: object): [string, string][] {
  return Object.entries(values).map(([name, value]) => [name, String(value)]);
}

/** Twilio's package asks by axios, which Slack's runtime has not: this asks by fetch. */
class FetchClient extends twilio.RequestClient {
  override async request<Body>(
    asked: Parameters<InstanceType<typeof twilio.RequestClient>["request"]>[0],
  ) {
    const { method, uri, username, password, params, data } = asked;
    const url = new URL(uri);
    for (const [name, value] of wordsOf(params ?? {})) {
      url.searchParams.append(name, value);
    }
    const response = await fetch(url, {
      method: method.toUpperCase(),
      headers: { authorization: `Basic ${btoa(`${username}:${password}`)}` },
      body: data ? new URLSearchParams(wordsOf(data)) : null,
    });
    const body: Body = await response.json();
    return new ResponseModule.default(
      response.status,
      body,
      Object.fromEntries(response.headers),
    );
  }
}
