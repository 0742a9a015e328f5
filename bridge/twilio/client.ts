import RestExceptionModule from "twilio/lib/base/RestException.js";
import * as z from "zod/mini";
import type { Clock } from "../ports.ts";
import { UnknownFate } from "../refusal.ts";
import { HttpClient, type TwilioRequest } from "./http_client.ts";

/** How to reach the carrier's account. */
export interface Account {
  sid: string;
  /** The API key's SID, or the account's own. */
  username: string;
  /** The API key's secret, or the account's auth token. */
  password: string;
  /** Where the API is: `https://api.twilio.com`. */
  origin: string;
}

/** One page of a list: its records under the list's own name, and where the next page is. */
const Page = z.looseObject({ next_page_uri: z.nullish(z.string()) });

const Records = z.array(z.unknown());

/** What Twilio takes as parameters; a list is repeated. */
export type Parameters = Record<string, string | number | string[] | undefined>;

/**
 * The account's part of Twilio's REST API; what it refuses is thrown as the twilio package does.
 *
 * Only its error is imported. The whole package is 3.7 MB and dies on load under the Deno that Slack runs, the classes
 * of single resources ask for Node's `util`, which makes a bundle want to read files (neither is granted at Slack), and
 * the class that they are built on weighs more than all that is here.
 */
export class Client {
  readonly #transport: HttpClient;
  readonly #account: string;

  constructor(account: Account, clock: Clock) {
    this.#transport = new HttpClient(
      clock,
      account.origin,
      account.username,
      account.password,
    );
    this.#account = `/2010-04-01/Accounts/${account.sid}`;
  }

  /** Makes a record. @throws RestException when Twilio refuses. */
  async create(list: string, data: Parameters): Promise<unknown> {
    return await this.#ask({ method: "POST", path: this.#path(list), data });
  }

  /** One record. @throws RestException, with status 404 when there is none. */
  async fetch(list: string, sid: string): Promise<unknown> {
    return await this.#ask({
      method: "GET",
      path: this.#path(`${list}/${sid}`),
    });
  }

  /**
   * Records of a list, in Twilio's order: those of the first page, or all of them.
   * @param name what the records are called in a page: `messages`.
   */
  async list(
    list: string,
    name: string,
    params: Parameters,
    extent: "first page" | "all",
  ): Promise<unknown[]> {
    const found: unknown[] = [];
    let next: string | null | undefined = this.#path(list);
    let asked: Parameters | undefined = params;
    while (next) {
      const page: z.infer<typeof Page> = readable(
        Page,
        await this.#ask({ method: "GET", path: next, params: asked }),
      );
      found.push(...readable(Records, page[name]));
      // A page's own address says everything again.
      next = extent === "all" ? page.next_page_uri : undefined;
      asked = undefined;
    }
    return found;
  }

  #path(resource: string): string {
    return `${this.#account}/${resource}.json`;
  }

  async #ask(request: TwilioRequest): Promise<unknown> {
    const response = await this.#transport.request(request);
    const { statusCode, body } = response;
    if (statusCode >= 200 && statusCode < 300) return body;
    throw new RestExceptionModule.default(response);
  }
}

/** @throws UnknownFate when an answer is not as Twilio documents it. */
function readable<Schema extends z.ZodMiniType>(
  schema: Schema,
  answer: unknown,
): z.output<Schema> {
  const read = schema.safeParse(answer);
  if (read.success) return read.data;
  throw new UnknownFate("an answer of the carrier that cannot be read");
}
