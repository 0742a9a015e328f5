import * as z from "zod/mini";
import { MAX_CHARACTERS, segmentsOf } from "../../sms/segments.ts";
import { type Block, plain } from "../blocks.ts";
import { buttons, input, modal, note, type View } from "./modal.ts";

/** What the send form tells about what has been typed so far. */
export interface Preview {
  message: string;
  /** The channel of the conversation that exists with the typed number. */
  existingPlace: string | null;
}

/** To whom the form sends: what stands in the field that is shown, and in the one that it flips with. */
export interface Recipient {
  by: "number" | "contact";
  number: string;
  /** An option of the contact field. */
  contact: Option | null;
  /** Whether there are contacts to choose from. */
  offersContacts: boolean;
}

const Option = z.object({
  text: z.object({ type: z.literal("plain_text"), text: z.string() }),
  value: z.string(),
});
export type Option = z.infer<typeof Option>;

/** Nobody yet. */
export function nobody(offersContacts: boolean): Recipient {
  return { by: "number", number: "", contact: null, offersContacts };
}

/** The form that 📱 Send Text opens. */
export function sendForm(
  channel: string | undefined,
  preview: Preview,
  recipient: Recipient,
  senders: Option[] = [],
): View {
  return modal(
    "Send Text",
    [
      ...(senders.length > 1
        ? [input("from", "From", {
          type: "static_select",
          options: senders,
          initial_option: senders[0],
        }, { dispatches: true })]
        : []),
      ...recipientBlocks(recipient),
      input("channel", "Replies go to", {
        type: "conversations_select",
        ...(channel ? { initial_conversation: channel } : {}),
        filter: {
          include: ["public", "private"],
          exclude_bot_users: true,
        },
      }),
      note(placeWords(preview.existingPlace, recipient.by), "place_note"),
      input("message", "Message", {
        type: "plain_text_input",
        multiline: true,
        dispatch_action_config: whileTyping,
      }, { dispatches: true }),
      note(weightWords(preview.message), "weight_note"),
    ],
    {
      callback_id: "send_form",
      submit: "Send",
      memory: { ...recipient, senders },
    },
  );
}

const Value = z.object({ value: z.nullish(z.string()) });
const Chosen = z.object({ selected_conversation: z.nullish(z.string()) });
const Picked = z.object({ selected_option: z.nullish(Option) });
const State = z.object({
  from: z.optional(z.object({ from: Picked })),
  to: z.optional(z.object({ to: Value })),
  contact: z.optional(z.object({ contact: Picked })),
  message: z.object({ message: Value }),
  channel: z.object({ channel: Chosen }),
});
const Memory = z.object({
  by: z.enum(["number", "contact"]),
  number: z.string(),
  contact: z.nullable(Option),
  offersContacts: z.boolean(),
  /** The lines to choose from. */
  senders: z.optional(z.array(Option)),
});

/** What stands in the send form's fields, also in the one that is not shown. */
export function readSendForm(
  { state, private_metadata }: {
    state: { values: unknown };
    private_metadata?: string;
  },
): {
  from: string | null;
  to: string;
  message: string;
  channel: string;
  recipient: Recipient;
  senders: Option[];
} {
  const { from, to, contact, message, channel } = z.parse(State, state.values);
  const { senders = [], ...memory } = z.parse(
    Memory,
    JSON.parse(private_metadata || "{}"),
  );
  const recipient: Recipient = memory.by === "number"
    ? { ...memory, number: to?.to.value ?? "" }
    : { ...memory, contact: contact?.contact.selected_option ?? null };
  return {
    from: from?.from.selected_option?.value ?? null,
    senders,
    to: memory.by === "number"
      ? recipient.number
      : recipient.contact?.value ?? "",
    message: message.message.value ?? "",
    channel: channel.channel.selected_conversation ?? "",
    recipient,
  };
}

const whileTyping = { trigger_actions_on: ["on_character_entered"] };

function recipientBlocks(
  { by, number, contact, offersContacts }: Recipient,
): Block[] {
  if (by === "contact") {
    return [
      input("contact", "Contact", {
        type: "external_select",
        min_query_length: 1,
        placeholder: plain("Part of a name, or the last digits"),
        ...(contact ? { initial_option: contact } : {}),
      }, { dispatches: true }),
      buttons([["use_phone_number", "Use Phone Number"]]),
    ];
  }
  return [
    input("to", "Phone number", {
      type: "plain_text_input",
      placeholder: plain("415 943 6084"),
      ...(number ? { initial_value: number } : {}),
      dispatch_action_config: whileTyping,
    }, { dispatches: true }),
    ...(offersContacts
      ? [buttons([["send_to_contact", "Send to Contact"]])]
      : []),
  ];
}

function placeWords(existing: string | null, by: Recipient["by"]): string {
  const whom = by === "number" ? "this number" : "this contact";
  return existing
    ? `You already text with ${whom}: it goes to its own thread in <#${existing}>.`
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
