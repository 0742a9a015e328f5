import * as z from "zod/mini";
import type {
  Assigned,
  Assignment,
  TypedAssignment,
} from "../../team/assignment.ts";
import { shownText } from "../../sms/shown_text.ts";
import { PRIORITIES, STATES } from "../../sms/work.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import { input, modal, type View } from "./modal.ts";

/** The form that Assign on a card opens. */
export function assignForm({ who, work }: Assignment): View {
  const { assignees, channels, subject, state, priority, tags } = work;
  const backAt = work.backAt && Math.floor(work.backAt / 1000) * 1000;
  return modal("Assign", [
    { type: "section", text: mrkdwn(`*${shownText(who)}*`) },
    input("assignees", "Assigned to", {
      type: "multi_users_select",
      ...(assignees.length > 0 ? { initial_users: assignees } : {}),
    }, { optional: true }),
    input("channels", "Channels to tell of new texts", {
      type: "multi_conversations_select",
      ...(channels.length > 0 ? { initial_conversations: channels } : {}),
      filter: { include: ["public", "private"], exclude_bot_users: true },
    }, { optional: true }),
    input("subject", "Subject", {
      type: "plain_text_input",
      max_length: 150,
      ...(subject ? { initial_value: subject } : {}),
    }, { optional: true }),
    choice("state", "State", STATES, state),
    input("back_at", "Comes back", {
      type: "datetimepicker",
      ...(backAt === null ? {} : { initial_date_time: backAt / 1000 }),
    }, {
      optional: true,
      hint: "For one that is pending: it is open and pinned again then.",
    }),
    choice("priority", "Priority", PRIORITIES, priority),
    input("tags", "Tags", {
      type: "multi_external_select",
      min_query_length: 0,
      ...(tags.length > 0 ? { initial_options: tags.map(tagOption) } : {}),
    }, { optional: true }),
    input("note", "Note", {
      type: "plain_text_input",
      multiline: true,
      max_length: 3000,
    }, {
      optional: true,
      hint: "It stays in the thread, and is never texted.",
    }),
  ], {
    callback_id: "assign_form",
    submit: "Save",
    memory: shownIn({
      assignees,
      channels,
      subject,
      state,
      backAt,
      priority,
      tags,
    }),
  });
}

/** What can be chosen as tags. */
export function tagOptions(tags: string[]) {
  return { options: tags.map(tagOption) };
}

const Chosen = z.object({ value: z.string() });
const State = z.object({
  assignees: z.object({
    assignees: z.object({
      selected_users: z.optional(z.array(z.string())),
    }),
  }),
  channels: z.object({
    channels: z.object({
      selected_conversations: z.optional(z.array(z.string())),
    }),
  }),
  subject: z.object({ subject: z.object({ value: z.nullish(z.string()) }) }),
  state: z.object({
    state: z.object({ selected_option: z.object({ value: z.enum(STATES) }) }),
  }),
  back_at: z.object({
    back_at: z.object({ selected_date_time: z.nullish(z.number()) }),
  }),
  priority: z.object({
    priority: z.object({
      selected_option: z.object({ value: z.enum(PRIORITIES) }),
    }),
  }),
  tags: z.object({
    tags: z.object({ selected_options: z.optional(z.array(Chosen)) }),
  }),
  note: z.object({ note: z.object({ value: z.nullish(z.string()) }) }),
});

const Shown = z.nullable(z.object({
  assignees: z.array(z.string()),
  channels: z.array(z.string()),
  subject: z.string(),
  state: z.enum(STATES),
  backAt: z.nullable(z.number()),
  priority: z.enum(PRIORITIES),
  tags: z.array(z.string()),
}));

/** Slack keeps 3,000 characters with a modal; what does not fit is not remembered. */
const MEMORY = 3000;

function shownIn(shown: Assigned): Assigned | null {
  return JSON.stringify(shown).length <= MEMORY ? shown : null;
}

/** What stands in the form's fields. */
export function readAssignForm(
  { state, private_metadata }: {
    state: { values: unknown };
    private_metadata?: string;
  },
): TypedAssignment {
  const typed = z.parse(State, state.values);
  const back = typed.back_at.back_at.selected_date_time;
  return {
    assignees: typed.assignees.assignees.selected_users ?? [],
    channels: typed.channels.channels.selected_conversations ?? [],
    subject: typed.subject.subject.value ?? "",
    state: typed.state.state.selected_option.value,
    backAt: back ? back * 1000 : null,
    priority: typed.priority.priority.selected_option.value,
    tags: (typed.tags.tags.selected_options ?? []).map(({ value }) => value),
    note: typed.note.note.value ?? "",
    shown: z.parse(Shown, JSON.parse(private_metadata || "null")),
  };
}

function choice(
  name: string,
  label: string,
  values: readonly string[],
  chosen: string,
): Block {
  const option = (value: string) => ({
    text: plain(value.slice(0, 1).toUpperCase() + value.slice(1)),
    value,
  });
  return input(name, label, {
    type: "static_select",
    options: values.map(option),
    initial_option: option(chosen),
  });
}

function tagOption(tag: string) {
  return { text: plain(tag), value: tag };
}
