import * as z from "zod/mini";
import { Refusal } from "../refusal.ts";
import { Nothing, SlackRefused, type WebApi } from "./web_api.ts";

const Made = z.object({ channel: z.object({ id: z.string() }) });

const Listed = z.object({
  channels: z.array(z.object({
    id: z.string(),
    name: z.optional(z.string()),
    creator: z.optional(z.string()),
  })),
  response_metadata: z.optional(
    z.object({ next_cursor: z.optional(z.string()) }),
  ),
});

/**
 * Makes a channel. Of several who ask for the same name Slack lets one have it.
 * @returns its id; null when the name is taken, perhaps by this very call where its first answer was lost.
 * @throws Refusal when the workspace does not let apps make channels.
 */
export async function makeChannel(
  api: WebApi,
  name: string,
  is_private: boolean,
): Promise<string | null> {
  try {
    const args = { name, is_private };
    return (await api.call("conversations.create", args, Made)).channel.id;
  } catch (error) {
    if (!(error instanceof SlackRefused)) throw error;
    if (error.code === "name_taken") return null;
    if (!FORBIDDEN.includes(error.code)) throw error;
    throw new Refusal(
      "This workspace does not let Clerk make channels.",
      "Ask a workspace admin to allow apps to do so, then press the button again.",
    );
  }
}

const FORBIDDEN = ["restricted_action", "cannot_create_channel"];

/** The open channel of a name, if the app has made it. This scans: never on the way of a message. */
export async function madeChannel(
  api: WebApi,
  botUser: string,
  name: string,
): Promise<string | null> {
  let cursor: string | undefined;
  do {
    const page = await api.call("conversations.list", {
      types: "public_channel,private_channel",
      exclude_archived: true,
      limit: 1000,
      cursor,
    }, Listed);
    const found = page.channels.find((each) => each.name === name);
    if (found) return found.creator === botUser ? found.id : null;
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return null;
}

/** Invites people, each by themselves: one who cannot be must not keep the others out. */
export async function invite(
  api: WebApi,
  channel: string,
  people: string[],
): Promise<void> {
  for (const users of people) {
    await allowed(() =>
      api.call("conversations.invite", { channel, users }, Nothing)
    );
  }
}

export async function setTopic(
  api: WebApi,
  channel: string,
  topic: string,
): Promise<void> {
  await allowed(() =>
    api.call("conversations.setTopic", { channel, topic }, Nothing)
  );
}

/** Archives a channel, if the workspace lets the app do so. @returns whether it did. */
export async function archive(api: WebApi, channel: string): Promise<boolean> {
  return await allowed(() =>
    api.call("conversations.archive", { channel }, Nothing)
  );
}

/** Does what a workspace may not let apps do, and nothing depends on. @returns whether it was done. */
async function allowed(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (!(error instanceof SlackRefused)) throw error;
    console.log(`left undone: ${error.message}`);
    return false;
  }
}
