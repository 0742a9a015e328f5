import * as z from "zod/mini";
import type { WebApi } from "./web_api.ts";

const Tested = z.object({ user_id: z.string(), url: z.string() });

/** Who the app is: whose marks count as its own, and in which workspace. */
export class Self {
  #tested: Promise<z.infer<typeof Tested>> | null = null;

  /** @param known the app's own user id, where a trigger has told it. */
  constructor(
    private readonly api: WebApi,
    private readonly known: string | null,
  ) {}

  /** The app's own user id. */
  async userId(): Promise<string> {
    return this.known ?? (await this.#test()).user_id;
  }

  /** The workspace's address, with a slash at its end. */
  async address(): Promise<string> {
    return (await this.#test()).url;
  }

  /** Slack is asked at most once. */
  async #test(): Promise<z.infer<typeof Tested>> {
    this.#tested ??= this.api.call("auth.test", {}, Tested);
    return await this.#tested;
  }
}
