import type { World } from "../../emulator/world.ts";

/** Slack or the carrier said no to a person. */
export class Refused extends Error {}

/** Everything that people do and see, as calls of the emulator's HTTP surface. */
export class Hands {
  constructor(private readonly world: Pick<World, "fetch">) {}

  /** @throws Refused when the answer is no 2xx. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.world.fetch(
      new Request(`http://desk${path}`, {
        method,
        headers: { "content-type": "application/json" },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    );
    const text = await answer.text();
    if (!answer.ok) throw new Refused(`${method} ${path}: ${text}`);
    return JSON.parse(text || "{}");
  }

  /** Takes a picture with a phone. @returns its address. */
  async takePicture(): Promise<string> {
    const answer = await this.world.fetch(
      new Request("http://desk/pictures", {
        method: "POST",
        headers: { "content-type": "image/png" },
        body: "a picture",
      }),
    );
    return (await answer.json()).url;
  }

  /** Calls Slack's Web API as a person's client does. @throws Refused with Slack's error code. */
  async slack<T>(
    token: string,
    method: string,
    args: Record<string, unknown>,
  ): Promise<T> {
    const answer = await this.world.fetch(
      new Request(`http://desk/api/${method}`, {
        method: "POST",
        headers: {
          "content-type": "application/json; charset=utf-8",
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify(args),
      }),
    );
    const read = await answer.json();
    if (!read.ok) throw new Refused(read.error);
    return read;
  }
}
