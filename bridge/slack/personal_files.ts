import * as z from "zod/mini";
import type { PersonalFiles } from "../ports.ts";
import { Outage, Refusal } from "../refusal.ts";
import { bringBytes } from "./files.ts";
import { Nothing, SlackRefused, type WebApi } from "./web_api.ts";

const Info = z.object({
  file: z.object({
    size: z.number(),
    url_private_download: z.optional(z.string()),
  }),
});

/** How large a file with contacts may be (bytes): more than 10,000 of them with long notes. */
const LARGEST = 10_000_000;

/** Files between one person and the app (https://docs.slack.dev/messaging/working-with-files). */
export class SlackFiles implements PersonalFiles {
  /** @param token the run's own: a file is fetched with it. */
  constructor(private readonly api: WebApi, private readonly token: string) {}

  async read(id: string): Promise<Uint8Array> {
    const { file } = await this.#info(id);
    if (!file.url_private_download || file.size > LARGEST) {
      throw new Refusal(
        "The file cannot be read: it is no file of Slack's own, or it is larger than 10 MB.",
        "Save it on your computer, split it if it is large, and drop it into the form.",
      );
    }
    const headers = { authorization: `Bearer ${this.token}` };
    const response = await fetched(file.url_private_download, { headers });
    const type = response.headers.get("content-type") ?? "";
    // A token that will not do gets the log-in page, with 200 (https://github.com/slackapi/deno-slack-sdk/issues/285).
    if (!response.ok || /^text\/html/i.test(type)) {
      await response.body?.cancel();
      throw new Outage(`files: ${response.status} ${type}`);
    }
    return new Uint8Array(await response.arrayBuffer());
  }

  async send(
    person: string,
    sentence: string,
    { name, text }: { name: string; text: string },
  ): Promise<void> {
    const file = await this.#bring(name, text);
    // The answer tells the direct message's own id, which a file asks for.
    const channel = await this.#post(person, sentence);
    if (file && await this.#share(file, name, channel)) return;
    await this.#post(person, `${name}:\n\`\`\`${written(text)}\`\`\``);
  }

  /** @returns the file's id; null where files are not welcome. */
  async #bring(name: string, text: string): Promise<string | null> {
    try {
      return await bringBytes(this.api, name, new TextEncoder().encode(text));
    } catch (error) {
      if (error instanceof Refusal) return null;
      throw error;
    }
  }

  /** @returns whether the file is surely there. */
  async #share(
    id: string,
    title: string,
    channel_id: string,
  ): Promise<boolean> {
    try {
      await this.api.once("files.completeUploadExternal", {
        files: [{ id, title }],
        channel_id,
      }, Nothing);
      return true;
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
      console.error(error.message);
      return false;
    }
  }

  async #post(channel: string, text: string): Promise<string> {
    const posted = await this.api.once(
      "chat.postMessage",
      { channel, text },
      z.object({ channel: z.string() }),
    );
    return posted.channel;
  }

  async #info(id: string): Promise<z.infer<typeof Info>> {
    try {
      return await this.api.call("files.info", { file: id }, Info);
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        ["file_not_found", "file_deleted", "not_visible"].includes(error.code);
      if (!gone) throw error;
      throw new Refusal(
        "The file is gone from Slack, or I may not see it.",
        "Drop it into the form again.",
      );
    }
  }
}

async function fetched(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (error instanceof TypeError) throw new Outage("files: no answer");
    throw error;
  }
}

/** As much of a text as a message shows, with nothing in it that Slack would read as its own. */
function written(text: string): string {
  const shown = text.length > 3000 ? `${text.slice(0, 3000)}\n…` : text;
  return shown.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;").replaceAll("`", "'");
}
