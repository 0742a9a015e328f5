import * as z from "zod/mini";
import { MAX_CHARACTERS, segmentsOf } from "../../sms/segments.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import type { View } from "./dashboard.ts";

/** What the send form tells about what has been typed so far. */
export interface Preview {
  message: string;
  /** The channel of the conversation that exists with the typed number. */
  existingPlace: string | null;
}

/** The form that 📱 Send Text opens. */
export function sendForm(channel: string | undefined, preview: Preview): View {
  return {
    type: "modal",
    callback_id: "send_form",
    title: plain("Send Text"),
    submit: plain("Send"),
    close: plain("Cancel"),
    blocks: [
      input("to", "Phone number", {
        type: "plain_text_input",
        placeholder: plain("415 943 6084"),
        dispatch_action_config: whileTyping,
      }, true),
      input("channel", "Replies go to", {
        type: "conversations_select",
        ...(channel ? { initial_conversation: channel } : {}),
        filter: {
          include: ["public", "private"],
          exclude_bot_users: true,
        },
      }),
      note("place_note", placeWords(preview.existingPlace)),
      input("message", "Message", {
        type: "plain_text_input",
        multiline: true,
        dispatch_action_config: whileTyping,
      }, true),
      note("weight_note", weightWords(preview.message)),
    ],
  };
}

const Value = z.object({ value: z.nullish(z.string()) });
const Chosen = z.object({ selected_conversation: z.nullish(z.string()) });
const State = z.object({
  to: z.object({ to: Value }),
  message: z.object({ message: Value }),
  channel: z.object({ channel: Chosen }),
});

/** What stands in the send form's fields. */
export function readSendForm(
  values: unknown,
): { to: string; message: string; channel: string } {
  const { to, message, channel } = z.parse(State, values);
  return {
    to: to.to.value ?? "",
    message: message.message.value ?? "",
    channel: channel.channel.selected_conversation ?? "",
  };
}

const whileTyping = { trigger_actions_on: ["on_character_entered"] };

/** An input whose block and element share their name. */
export function input(
  name: string,
  label: string,
  element: Block,
  dispatches = false,
): Block {
  return {
    type: "input",
    block_id: name,
    label: plain(label),
    dispatch_action: dispatches,
    element: { action_id: name, ...element },
  };
}

function note(blockId: string, words: string): Block {
  return { type: "context", block_id: blockId, elements: [mrkdwn(words)] };
}

function placeWords(existing: string | null): string {
  return existing
    ? `You already text with this number: it goes to its own thread in <#${existing}>.`
    : "This decides for a new conversation; one that exists keeps its thread.";
}

function weightWords(message: string): string {
  const { encoding, characters, segments } = segmentsOf(message);
  const count = `${encoding} · ${characters} of ${MAX_CHARACTERS} characters`;
  const parts = segments === 1 ? "1 segment" : `${segments} segments`;
  return characters > MAX_CHARACTERS
    ? `⚠️ ${count}: too long for one text`
    : `${count} · ${parts}`;
}
