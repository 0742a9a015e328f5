import * as z from "zod/mini";
import type { Listener } from "../ports.ts";
import { Nothing, SlackRefused, type WebApi } from "./web_api.ts";

/** The most channels that one event trigger takes (https://github.com/slackapi/deno-slack-sdk/issues/305). */
const SHARD = 20;

const Made = z.object({ trigger: z.object({ id: z.string() }) });

/**
 * Makes triggers listen to exactly these channels: each stays with the trigger that has it, new ones go where there is
 * room, and a trigger without channels is deleted. Every other one is written anew: what became of it does not matter.
 * @returns the listeners as they are from now on.
 */
export async function cover(
  api: WebApi,
  botUser: string,
  channels: string[],
  listeners: Listener[],
  kind?: "direct",
): Promise<Listener[]> {
  const covered: Listener[] = [];
  for (const hears of ["messages", "reactions"] as const) {
    const of = listeners.filter((each) => each.hears === hears);
    for (const { trigger_id, channels: due } of shared(channels, of)) {
      if (due.length > 0) {
        const trigger = TRIGGERS[hears](due, botUser, kind === "direct");
        const id = await write(api, trigger_id, trigger);
        covered.push({ hears, trigger_id: id, channels: due });
      } else if (trigger_id) await remove(api, trigger_id);
    }
  }
  return covered;
}

/** The channels by trigger; one that is to be made has no id yet. */
function shared(
  channels: string[],
  listeners: Listener[],
): { trigger_id: string | null; channels: string[] }[] {
  const free = new Set(channels);
  const shards: { trigger_id: string | null; channels: string[] }[] = listeners
    .map(({ trigger_id, channels: had }) => ({
      trigger_id,
      channels: had.filter((each) => free.delete(each)),
    }));
  for (const channel of free) {
    const roomy = shards.find((each) => each.channels.length < SHARD);
    if (roomy) roomy.channels.push(channel);
    else shards.push({ trigger_id: null, channels: [channel] });
  }
  return shards;
}

/** An update replaces a trigger as a whole. @returns the trigger's id: another one, where somebody had deleted it. */
async function write(
  api: WebApi,
  trigger_id: string | null,
  trigger: Record<string, unknown>,
): Promise<string> {
  try {
    const made = trigger_id
      ? await api.call(
        "workflows.triggers.update",
        { trigger_id, ...trigger },
        Made,
      )
      : await api.once("workflows.triggers.create", trigger, Made);
    return made.trigger.id;
  } catch (error) {
    if (!trigger_id || !isGone(error)) throw error;
    return await write(api, null, trigger);
  }
}

async function remove(api: WebApi, trigger_id: string): Promise<void> {
  try {
    await api.call("workflows.triggers.delete", { trigger_id }, Nothing);
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}

function isGone(error: unknown): boolean {
  return error instanceof SlackRefused &&
    ["trigger_not_found", "trigger_does_not_exist"].includes(error.code);
}

/**
 * The trigger for messages that may concern the app: replies in threads, and lines that could be commands; in direct
 * channels all that people write. It keeps the app's own posts out: they fire it too.
 */
function messageTrigger(
  channels: string[],
  botUser: string,
  isDirect: boolean,
) {
  const isNull = (field: string) => ({
    statement: `{{data.${field}}} == null`,
  });
  const not = (input: unknown) => ({ operator: "NOT", inputs: [input] });
  const contains = (word: string) => ({
    statement: `{{data.text}} CONTAINS '${word}'`,
  });
  const words = ["send", "Send", "SEND", "clerk", "Clerk", "CLERK"];
  return {
    type: "event",
    name: isDirect
      ? "Messages in direct channels"
      : "Messages in connected channels",
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
      event_type: "slack#/events/message_posted",
      channel_ids: channels,
      filter: {
        version: 1,
        root: {
          operator: "AND",
          inputs: [
            not(isNull("user_id")),
            not({ statement: `{{data.user_id}} == '${botUser}'` }),
            ...(isDirect ? [] : [{
              operator: "OR",
              inputs: [not(isNull("thread_ts")), ...words.map(contains)],
            }]),
          ],
        },
      },
    },
  };
}

/** The marks with which people say what is to become of a conversation. */
const SIGNS = ["white_check_mark", "alarm_clock"];

/** The trigger for ✅ and ⏰ on cards. */
function reactionTrigger(channels: string[], botUser: string) {
  return {
    type: "event",
    name: "Signs on cards in connected channels",
    workflow: "#/workflows/handle_reaction",
    inputs: {
      channel_id: { value: "{{data.channel_id}}" },
      message_ts: { value: "{{data.message_ts}}" },
      reaction: { value: "{{data.reaction}}" },
      user_id: { value: "{{data.user_id}}" },
    },
    event: {
      event_type: "slack#/events/reaction_added",
      channel_ids: channels,
      filter: {
        version: 1,
        root: {
          operator: "AND",
          inputs: [
            {
              operator: "NOT",
              inputs: [{ statement: `{{data.user_id}} == '${botUser}'` }],
            },
            {
              operator: "OR",
              inputs: SIGNS.map((sign) => ({
                statement: `{{data.reaction}} == '${sign}'`,
              })),
            },
          ],
        },
      },
    },
  };
}

const TRIGGERS = { messages: messageTrigger, reactions: reactionTrigger };
