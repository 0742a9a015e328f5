import DomainModule from "twilio/lib/base/Domain.js";
import VersionModule from "twilio/lib/base/Version.js";
import * as z from "zod/mini";
import type { Clock } from "../ports.ts";
import { UnknownFate } from "../refusal.ts";
import { HttpClient } from "./http_client.ts";

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

/** What Twilio takes as parameters; a list is repeated. */
export type Parameters = Record<string, string | number | string[] | undefined>;

/**
 * The account's part of Twilio's REST API, by the twilio package's own machinery for a version of it.
 *
 * Only that is imported. The whole package is 3.7 MB and dies on load under the Deno that Slack runs, and the classes
 * of single resources ask for Node's `util`, which makes a bundle want to read files: neither is granted at Slack.
 */
export class Client {
  readonly #version: InstanceType<typeof VersionModule.default>;
  readonly #account: string;

  constructor(account: Account, clock: Clock) {
    const transport = new HttpClient(
      clock,
      account.origin,
      account.username,
      account.password,
    );
    const domain = new DomainModule.default(
      // @ts-expect-error: of BaseTwilio's many members, a Domain uses `request` alone.
      transport,
      "https://api.twilio.com",
    );
    this.#version = new VersionModule.default(domain, "2010-04-01");
    this.#account = account.sid;
  }

  /** Makes a record. @throws RestException when Twilio refuses. */
  async create(list: string, data: Parameters): Promise<unknown> {
    return await this.#version.create({
      method: "post",
      uri: this.#path(list),
      data,
    });
  }

  /** One record. @throws RestException, with status 404 when there is none. */
  async fetch(list: string, sid: string): Promise<unknown> {
    return await this.#version.fetch({
      method: "get",
      uri: this.#path(`${list}/${sid}`),
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
    let next: string | undefined = this.#path(list);
    let asked: Parameters | undefined = params;
    while (next) {
      const page: z.infer<typeof Page> = readable(
        Page,
        await this.#version.fetch({ method: "get", uri: next, params: asked }),
      );
      found.push(...readable(z.array(z.unknown()), page[name]));
      // A page's own address says everything again.
      next = extent === "all"
        ? page.next_page_uri?.replace("/2010-04-01", "")
        : undefined;
      asked = undefined;
    }
    return found;
  }

  #path(resource: string): string {
    return `/Accounts/${this.#account}/${resource}.json`;
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
