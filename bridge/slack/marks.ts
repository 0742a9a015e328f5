import * as z from "zod/mini";
import type { Mark, Pinned, Spot } from "../ports.ts";
import { UnknownFate } from "../refusal.ts";
import type { Self } from "./self.ts";
import { Nothing, SlackRefused, type WebApi } from "./web_api.ts";

/**
 * Slack's words for a message that is there no more, or of which its thread alone is left. A channel that is archived may
 * come back: that is an outage.
 */
const GONE = ["message_not_found", "not_reactable"];

/** Adds a mark, so that it stands there afterwards. */
export async function mark(
  api: WebApi,
  { channel, ts }: Spot,
  name: Mark,
): Promise<"added" | "already" | "gone"> {
  return await attempt(
    () => api.call("reactions.add", { channel, timestamp: ts, name }, Nothing),
    "already_reacted",
  );
}

/** Adds a mark that only one run can be the one to add. */
export async function claim(
  api: WebApi,
  { channel, ts }: Spot,
  name: Mark,
): Promise<"won" | "lost" | "gone" | "unknown"> {
  const args = { channel, timestamp: ts, name };
  let isUnsure = false;
  for (let tries = 0; tries < 2; tries++) {
    try {
      const added = await attempt(
        () => api.once("reactions.add", args, Nothing),
        "already_reacted",
      );
      // Whether it was there before, or came of the try that got no answer, nobody can tell.
      if (added === "already") return isUnsure ? "unknown" : "lost";
      return added === "added" ? "won" : "gone";
    } catch (error) {
      if (!(error instanceof UnknownFate)) throw error;
      isUnsure = true;
    }
  }
  return "unknown";
}

export async function unmark(
  api: WebApi,
  { channel, ts }: Spot,
  name: Mark,
): Promise<void> {
  await attempt(
    () =>
      api.call("reactions.remove", { channel, timestamp: ts, name }, Nothing),
    "no_reaction",
  );
}

const Reactions = z.object({
  message: z.object({
    reactions: z.optional(
      z.array(z.object({ name: z.string(), users: z.array(z.string()) })),
    ),
  }),
});

/** The app's own marks on a message; null when it is gone. */
export async function marksOn(
  api: WebApi,
  self: Self,
  { channel, ts }: Spot,
): Promise<Mark[] | null> {
  try {
    const [{ message }, userId] = await Promise.all([
      api.call(
        "reactions.get",
        { channel, timestamp: ts, full: true },
        Reactions,
      ),
      self.userId(),
    ]);
    return (message.reactions ?? [])
      .filter(({ users }) => users.includes(userId))
      .map(({ name }) => name);
  } catch (error) {
    if (error instanceof SlackRefused && GONE.includes(error.code)) return null;
    throw error;
  }
}

export async function pin(
  api: WebApi,
  { channel, ts }: Spot,
  inHaste: boolean,
): Promise<"added" | "already" | "full" | "gone" | "later"> {
  const args = { channel, timestamp: ts };
  try {
    return await attempt(
      () => api.call("pins.add", args, Nothing, inHaste),
      "already_pinned",
    );
  } catch (error) {
    if (!(error instanceof SlackRefused)) throw error;
    if (inHaste && error.code === "ratelimited") return "later";
    // Slack pins at most 100 messages in a channel; that must not cost a text.
    if (error.code === "too_many_pins") return "full";
    // What is left of a card that somebody deleted cannot be pinned.
    if (error.code === "not_pinnable") return "gone";
    throw error;
  }
}

/** @returns whether a pin was taken off, or may have been. */
export async function unpin(
  api: WebApi,
  { channel, ts }: Spot,
): Promise<boolean> {
  const args = { channel, timestamp: ts };
  try {
    const removed = await attempt(
      () => api.once("pins.remove", args, Nothing),
      "no_pin",
    );
    return removed === "added";
  } catch (error) {
    if (!(error instanceof UnknownFate)) throw error;
    await attempt(() => api.call("pins.remove", args, Nothing), "no_pin");
    return true;
  }
}

const Pins = z.object({
  items: z.array(z.looseObject({
    created: z.number(),
    message: z.optional(z.object({
      ts: z.string(),
      permalink: z.optional(z.string()),
    })),
  })),
});

/** A channel's pinned messages, oldest pin first. */
export async function pinned(
  api: WebApi,
  channel: string,
): Promise<Pinned[]> {
  const { items } = await api.call("pins.list", { channel }, Pins);
  return items
    .flatMap(({ created, message }) =>
      message
        ? [{
          spot: { channel, ts: message.ts },
          since: created * 1000,
          link: message.permalink ?? "",
        }]
        : []
    )
    .sort((a, b) => a.since - b.since);
}

async function attempt(
  act: () => Promise<unknown>,
  already: string,
): Promise<"added" | "already" | "gone"> {
  try {
    await act();
    return "added";
  } catch (error) {
    if (!(error instanceof SlackRefused)) throw error;
    if (error.code === already) return "already";
    if (GONE.includes(error.code)) return "gone";
    throw error;
  }
}
