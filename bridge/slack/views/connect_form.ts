import * as z from "zod/mini";
import type { Opening } from "../../ports.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { plain } from "../blocks.ts";
import { input, modal, type View } from "./modal.ts";

/** The view that lies under a form: it is brought up to date when the form has done its work. */
const Under = z.object({
  id: z.string(),
  kind: z.enum(["dashboard", "board"]),
});
export type Under = z.infer<typeof Under>;

/** The form that connects a line. @param number the line's, where it is known already. */
export function connectForm(
  channel: string | undefined,
  under: Under,
  number?: string,
): View {
  return modal(
    "Connect a line",
    [
      input("line", "Phone number", {
        type: "plain_text_input",
        placeholder: plain("+1 415 555 0100"),
        ...(number ? { initial_value: number } : {}),
      }),
      nameInput(""),
      channelInput("Channel", channel),
    ],
    { callback_id: "connect_form", submit: "Connect", memory: { under } },
  );
}

/** The form that connects a channel. @param lines the lines that may send what is asked for there. */
export function connectChannelForm(
  channel: string | undefined,
  lines: Opening[],
  under: Under,
): View {
  const options = lines.slice(0, 100).map(lineOption);
  return modal(
    "Connect a channel",
    [
      channelInput("Channel", channel),
      ...(options.length > 1
        ? [input("sender", "Line that sends there", {
          type: "static_select",
          options,
          initial_option: options[0],
        }, { hint: "For send lines, and forms that name no line." })]
        : []),
    ],
    {
      callback_id: "connect_channel_form",
      submit: "Connect",
      memory: { under },
    },
  );
}

/** The field for what a line is called. */
export function nameInput(name: string) {
  return input("name", "Name", {
    type: "plain_text_input",
    max_length: 40,
    placeholder: plain("Front desk"),
    ...(name ? { initial_value: name } : {}),
  }, { optional: true });
}

/** The field for a channel. */
export function channelInput(label: string, channel: string | undefined) {
  return input("channel", label, {
    type: "conversations_select",
    ...(channel ? { initial_conversation: channel } : {}),
    filter: { include: ["public", "private"], exclude_bot_users: true },
  });
}

/** A line in a list to choose from. */
export function lineOption({ line, name }: Pick<Opening, "line" | "name">) {
  const number = formatForPeople(line);
  const text = name ? `${name} · ${number}` : number;
  return { text: { type: "plain_text" as const, text }, value: line };
}

const Text = z.object({ value: z.nullish(z.string()) });
const State = z.object({
  line: z.optional(z.object({ line: Text })),
  name: z.optional(z.object({ name: Text })),
  channel: z.object({
    channel: z.object({ selected_conversation: z.nullish(z.string()) }),
  }),
  sender: z.optional(z.object({
    sender: z.object({
      selected_option: z.nullish(z.object({ value: z.string() })),
    }),
  })),
});
const Memory = z.object({ under: Under });

/** What stands in the fields of either form. */
export function readConnectForm(
  { state, private_metadata }: {
    state: { values: unknown };
    private_metadata?: string;
  },
): {
  line: string;
  name: string;
  channel: string;
  sender: string | null;
  under: Under;
} {
  const { line, name, channel, sender } = z.parse(State, state.values);
  return {
    line: line?.line.value ?? "",
    name: (name?.name.value ?? "").trim(),
    channel: channel.channel.selected_conversation ?? "",
    sender: sender?.sender.selected_option?.value ?? null,
    under: z.parse(Memory, JSON.parse(private_metadata || "{}")).under,
  };
}
