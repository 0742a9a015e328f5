import * as z from "zod/mini";
import type { BoardLine } from "../../lines/line_board.ts";
import type { CarrierLine } from "../../ports.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import { channelInput, nameInput } from "./connect_form.ts";
import { ringsWords } from "./line_board.ts";
import { button, input, modal, type View } from "./modal.ts";

const Rings = z.union([
  z.enum(["here", "nowhere"]),
  z.object({ elsewhere: z.string() }),
]);
const Memory = z.object({
  number: z.string(),
  rings: Rings,
  /** The board that lies under it, or the dashboard. */
  under: z.object({ id: z.string(), kind: z.enum(["dashboard", "board"]) }),
});
type Memory = z.infer<typeof Memory>;

/** The form that changes a connected line. */
export function lineForm(
  { number, owned, opening, isDefault }: BoardLine,
  under: Memory["under"],
): View {
  const shown = formatForPeople(number);
  return modal("Line", [
    {
      type: "section",
      text: mrkdwn(
        `*${shown}*\n${
          owned
            ? ringsWords(owned.rings)
            : "⚠️ It is not a number of the Twilio account any more."
        }`,
      ),
      ...(owned && owned.rings !== "here"
        ? { accessory: pointButton(owned) }
        : {}),
    },
    nameInput(opening?.name ?? ""),
    channelInput("New conversations begin in", opening?.channel),
    ...(isDefault ? [] : [
      input("usual", "When no line is named", {
        type: "checkboxes",
        options: [{ text: plain("This line sends"), value: "default" }],
      }, { optional: true }),
    ]),
    {
      type: "actions",
      elements: [
        button("take_off_line", "Take it off", number, {
          title: "Take this line off?",
          text:
            `Texts to ${shown} are not shown any more, and nothing is texted from it. Its conversations stay.`,
          yes: "Take it off",
        }),
      ],
    },
  ], {
    callback_id: "line_form",
    submit: "Save",
    memory: { number, rings: owned?.rings ?? "nowhere", under },
  });
}

/** Says that a line is connected, but that its texts are told to somebody else, and offers to change that. */
export function pointView(line: CarrierLine, under: Memory["under"]): View {
  return modal("Connect a line", [{
    type: "section",
    text: mrkdwn(
      `*${formatForPeople(line.number)} is connected.*\n${
        ringsWords(line.rings)
      }`,
    ),
    accessory: pointButton(line),
  }], {
    callback_id: "point_line",
    memory: { number: line.number, rings: line.rings, under },
  });
}

function pointButton({ number, rings }: CarrierLine): Block {
  const now = typeof rings === "string"
    ? "Nobody is told of its texts now."
    : `Its texts are told to ${rings.elsewhere.slice(0, 150)} now.`;
  return button("point_line", "Point it at Clerk", number, {
    title: "Point it at Clerk?",
    text: `${now} From then on Clerk is told instead.`,
    yes: "Point it at Clerk",
  });
}

/** What a line's view is about. */
export function readLineMemory(metadata: string | undefined): Memory {
  return z.parse(Memory, JSON.parse(metadata || "{}"));
}

const State = z.object({
  name: z.object({ name: z.object({ value: z.nullish(z.string()) }) }),
  channel: z.object({
    channel: z.object({ selected_conversation: z.nullish(z.string()) }),
  }),
  usual: z.optional(z.object({
    usual: z.object({ selected_options: z.nullish(z.array(z.unknown())) }),
  })),
});

/** What stands in the line form's fields. */
export function readLineForm(
  values: unknown,
): { name: string; channel: string; isDefault: boolean } {
  const { name, channel, usual } = z.parse(State, values);
  return {
    name: (name.name.value ?? "").trim(),
    channel: channel.channel.selected_conversation ?? "",
    isDefault: (usual?.usual.selected_options ?? []).length > 0,
  };
}
