import * as z from "zod/mini";
import { MAX_CHARACTERS, segmentsOf } from "../../sms/segments.ts";
import { plain } from "../blocks.ts";
import { input, modal, note, type View } from "./modal.ts";

/** What the send form tells about what has been typed so far. */
export interface Preview {
  message: string;
  /** The channel of the conversation that exists with the typed number. */
  existingPlace: string | null;
}

/** The form that 📱 Send Text opens. */
export function sendForm(channel: string | undefined, preview: Preview): View {
  return modal(
    "Send Text",
    [
      input("to", "Phone number", {
        type: "plain_text_input",
        placeholder: plain("415 943 6084"),
        dispatch_action_config: whileTyping,
      }, { dispatches: true }),
      input("channel", "Replies go to", {
        type: "conversations_select",
        ...(channel ? { initial_conversation: channel } : {}),
        filter: {
          include: ["public", "private"],
          exclude_bot_users: true,
        },
      }),
      note(placeWords(preview.existingPlace), "place_note"),
      input("message", "Message", {
        type: "plain_text_input",
        multiline: true,
        dispatch_action_config: whileTyping,
      }, { dispatches: true }),
      note(weightWords(preview.message), "weight_note"),
    ],
    { callback_id: "send_form", submit: "Send" },
  );
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
