import * as z from "zod/mini";
import { Refusal } from "../refusal.ts";
import { Nothing, SlackRefused, type WebApi } from "./web_api.ts";

const Info = z.object({
  channel: z.object({
    is_member: z.optional(z.boolean()),
    is_archived: z.optional(z.boolean()),
    is_private: z.optional(z.boolean()),
  }),
});

/**
 * Whether the app is in a channel. A public one that it was taken out of is joined again, if `joins` says so; one that it cannot see is
 * private or deleted, and Slack does not say which.
 */
export async function reach(
  api: WebApi,
  channel: string,
  joins: boolean,
): Promise<"in" | "archived" | "shut out"> {
  try {
    const info = await api.call("conversations.info", { channel }, Info);
    const { is_member, is_archived, is_private } = info.channel;
    if (is_archived) return "archived";
    if (is_member) return "in";
    if (is_private || !joins) return "shut out";
    await api.call("conversations.join", { channel }, Nothing);
    return "in";
  } catch (error) {
    if (!(error instanceof SlackRefused)) throw error;
    if (error.code === "is_archived") return "archived";
    if (error.code === "channel_not_found") return "shut out";
    throw error;
  }
}

export async function isPrivate(
  api: WebApi,
  channel: string,
): Promise<boolean> {
  const info = await api.call("conversations.info", { channel }, Info);
  return info.channel.is_private ?? false;
}

/** Makes sure that the app is in a channel. @throws Refusal when Slack does not let it in. */
export async function enter(api: WebApi, channel: string): Promise<void> {
  switch (await reach(api, channel, true)) {
    case "archived":
      throw refusal("That channel is archived.", "Choose another one.");
    case "shut out":
      throw refusal(
        "I cannot join that channel by myself because it is private.",
        "Write /invite @Clerk there, then try again.",
      );
  }
}

function refusal(reason: string, nextStep: string): Refusal {
  return new Refusal(reason, nextStep, false, "channel");
}
