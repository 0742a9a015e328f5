import * as z from "zod/mini";
import { plain } from "../blocks.ts";
import { input, modal, type View } from "./modal.ts";

/** The form that connects a line. */
export function connectForm(channel: string | undefined): View {
  return modal(
    "Connect a line",
    [
      input("line", "Phone number", {
        type: "plain_text_input",
        placeholder: plain("+1 415 555 0100"),
      }),
      input("channel", "Channel", {
        type: "conversations_select",
        ...(channel ? { initial_conversation: channel } : {}),
        filter: { include: ["public", "private"], exclude_bot_users: true },
      }),
    ],
    { callback_id: "connect_form", submit: "Connect" },
  );
}

const State = z.object({
  line: z.object({ line: z.object({ value: z.nullish(z.string()) }) }),
  channel: z.object({
    channel: z.object({ selected_conversation: z.nullish(z.string()) }),
  }),
});

/** What stands in the form's fields. */
export function readConnectForm(
  values: unknown,
): { line: string; channel: string } {
  const { line, channel } = z.parse(State, values);
  return {
    line: line.line.value ?? "",
    channel: channel.channel.selected_conversation ?? "",
  };
}
