import * as z from "zod/mini";
import type { Routing, TypedRouting } from "../../settings/routing.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { type Route, writtenRoute } from "../../sms/route.ts";
import { shownText } from "../../sms/shown_text.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import { button, input, modal, note, type View } from "./modal.ts";

const KINDS: [by: Route["by"], text: string][] = [
  ["keyword", "The first text begins with"],
  ["tag", "The contact is tagged"],
];

/** Where new conversations begin: a form for an admin, something to read for everybody else. @param said what was just done. */
export function routingView(routing: Routing, said = ""): View {
  const { mayChange, routes, lines } = routing;
  const blocks = [
    ...(said ? [{ type: "section", text: plain(said) }] : []),
    note(
      "A new conversation begins where the first rule that fits says: what the first text begins with comes before " +
        "the contact's tags, and the line's own channel comes last. One that has its place keeps it.",
    ),
    ...routes.map((route) => routeBlock(route, mayChange)),
    ...(routes.length === 0 ? [section("There are no rules yet.")] : []),
    ...lines.map(({ line, name, channel }) =>
      section(
        `${shownText(name) || formatForPeople(line)}: else → <#${channel}>`,
      )
    ),
    { type: "divider" },
  ];
  if (!mayChange) {
    return modal("Where texts go", [
      ...blocks,
      section(idleWords(routing)),
      note("🔒 Only Clerk's admins may change this."),
    ], { callback_id: "routing" });
  }
  return modal("Where texts go", [...blocks, ...fields(routing)], {
    callback_id: "routing_form",
    submit: "Save",
    close: "Close",
  });
}

function fields({ idleDays }: Routing): Block[] {
  const options = KINDS.map(([value, text]) => ({ text: plain(text), value }));
  return [
    input("by", "New rule", {
      type: "static_select",
      options,
      initial_option: options[0],
    }),
    input("word", "This word or tag", {
      type: "plain_text_input",
      max_length: 80,
    }, { optional: true }),
    input("channel", "Then it begins in", {
      type: "conversations_select",
      filter: { include: ["public", "private"], exclude_bot_users: true },
    }, { optional: true }),
    input("idle", "Archive direct channels after days without a word", {
      type: "number_input",
      is_decimal_allowed: false,
      min_value: "1",
      max_value: "3650",
      ...(idleDays ? { initial_value: String(idleDays) } : {}),
    }, {
      optional: true,
      hint:
        "Their conversations then go on in the shared channel. Never, if it is empty.",
    }),
  ];
}

function routeBlock(route: Route, mayChange: boolean): Block {
  const { by, word, channel } = route;
  const what = by === "keyword" ? "begins with" : "tagged";
  return {
    ...section(`${what} *${shownText(word)}* → <#${channel}>`),
    ...(mayChange
      ? { accessory: button("route_remove", "Remove", writtenRoute(route)) }
      : {}),
  };
}

function idleWords({ idleDays }: Routing): string {
  return idleDays
    ? `Direct channels are archived after ${idleDays} days without a word.`
    : "Direct channels are kept for as long as people keep them.";
}

function section(words: string): Block {
  return { type: "section", text: mrkdwn(words) };
}

const Typed = z.object({
  by: z.object({
    by: z.object({
      selected_option: z.object({ value: z.enum(["keyword", "tag"]) }),
    }),
  }),
  word: z.object({ word: z.object({ value: z.nullish(z.string()) }) }),
  channel: z.object({
    channel: z.object({ selected_conversation: z.nullish(z.string()) }),
  }),
  idle: z.object({ idle: z.object({ value: z.nullish(z.string()) }) }),
});

/** What is typed into the form. */
export function readRoutingForm(values: unknown): TypedRouting {
  const { by, word, channel, idle } = z.parse(Typed, values);
  return {
    by: by.by.selected_option.value,
    word: word.word.value ?? "",
    channel: channel.channel.selected_conversation ?? null,
    idleDays: Number(idle.idle.value ?? 0),
  };
}
