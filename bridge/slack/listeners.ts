import { TriggerEventTypes, TriggerTypes } from "deno-slack-api/mod.ts";
import * as z from "zod/mini";
import type { Listener } from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { SlackRefused, type WebApi } from "./web_api.ts";

/** The most channels that one event trigger takes (https://github.com/slackapi/deno-slack-sdk/issues/305). */
const SHARD = 20;

const Made = z.object({ trigger: z.object({ id: z.string() }) });

/**
 * Joins a channel and listens to what is posted there.
 * @returns the listeners as they are from now on.
 * @throws Refusal when Slack does not let the app in.
 */
export async function listen(
  api: WebApi,
  botUser: string,
  channel: string,
  listeners: Listener[],
): Promise<Listener[]> {
  await join(api, channel);
  if (listeners.some(({ channels }) => channels.includes(channel))) {
    return listeners;
  }
  const roomy = listeners.find(({ channels }) => channels.length < SHARD);
  if (!roomy) {
    const trigger = messageTrigger([channel], botUser);
    const made = await api.once("workflows.triggers.create", trigger, Made);
    return [...listeners, { trigger_id: made.trigger.id, channels: [channel] }];
  }
  const channels = [...roomy.channels, channel];
  const grown = { ...roomy, channels };
  await renew(api, botUser, [grown]);
  return listeners.map((each) => each === roomy ? grown : each);
}

/** Makes the triggers cover the channels of their listeners: an update replaces a trigger as a whole. */
export async function renew(
  api: WebApi,
  botUser: string,
  listeners: Listener[],
): Promise<void> {
  for (const { trigger_id, channels } of listeners) {
    await api.call("workflows.triggers.update", {
      trigger_id,
      ...messageTrigger(channels, botUser),
    }, Made);
  }
}

async function join(api: WebApi, channel: string): Promise<void> {
  try {
    await api.call("conversations.join", { channel }, z.object({}));
  } catch (error) {
    if (!(error instanceof SlackRefused)) throw error;
    const isPrivate = error.code === "channel_not_found" ||
      error.code === "method_not_supported_for_channel_type";
    if (error.code === "is_archived") {
      throw new Refusal(
        "That channel is archived.",
        "Choose another one.",
        false,
        "channel",
      );
    }
    if (!isPrivate) throw error;
    const Info = z.object({
      channel: z.object({ is_member: z.optional(z.boolean()) }),
    });
    const info = await api.call("conversations.info", { channel }, Info)
      .catch(() => null);
    if (info?.channel.is_member) return;
    throw new Refusal(
      "I cannot join that channel by myself because it is private.",
      "Write /invite @Clerk there, then try again.",
      false,
      "channel",
    );
  }
}

/**
 * The trigger for messages that may concern the app: replies in threads, and lines that could be commands. It keeps
 * the app's own posts out: they fire it too.
 */
function messageTrigger(channels: string[], botUser: string) {
  const isNull = (field: string) => ({
    statement: `{{data.${field}}} == null`,
  });
  const not = (input: unknown) => ({ operator: "NOT", inputs: [input] });
  const contains = (word: string) => ({
    statement: `{{data.text}} CONTAINS '${word}'`,
  });
  const words = ["send", "Send", "SEND", "clerk", "Clerk", "CLERK"];
  return {
    type: TriggerTypes.Event,
    name: "Messages in connected channels",
    workflow: "#/workflows/handle_message",
    inputs: {
      channel_id: { value: "{{data.channel_id}}" },
      message_ts: { value: "{{data.message_ts}}" },
      thread_ts: { value: "{{data.thread_ts}}" },
      text: { value: "{{data.text}}" },
      user_id: { value: "{{data.user_id}}" },
      bot_user_id: { value: botUser },
    },
    event: {
      event_type: TriggerEventTypes.MessagePosted,
      channel_ids: channels,
      filter: {
        version: 1,
        root: {
          operator: "AND",
          inputs: [
            not(isNull("user_id")),
            not({ statement: `{{data.user_id}} == '${botUser}'` }),
            {
              operator: "OR",
              inputs: [not(isNull("thread_ts")), ...words.map(contains)],
            },
          ],
        },
      },
    },
  };
}
