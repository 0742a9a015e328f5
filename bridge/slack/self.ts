import * as z from "zod/mini";
import type { WebApi } from "./web_api.ts";

const Tested = z.object({ user_id: z.string() });

/** Who the app is: whose marks count as its own. */
export class Self {
  #known: Promise<string> | null;

  /** @param userId the app's own user id, where a trigger has told it. */
  constructor(private readonly api: WebApi, userId: string | null) {
    this.#known = userId === null ? null : Promise.resolve(userId);
  }

  /** The app's own user id; Slack is asked at most once. */
  async userId(): Promise<string> {
    this.#known ??= this.api.call("auth.test", {}, Tested)
      .then(({ user_id }) => user_id);
    return await this.#known;
  }
}
