import * as z from "zod/mini";
import type { ShownTeamwork, Teamwork } from "../../settings/teamwork.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import { input, modal, note, type View } from "./modal.ts";

const FIRST = { value: "first", text: plain("Who answers first is assigned") };

/** How the team works together: a form for an admin, something to read for everybody else. */
export function teamworkView(teamwork: ShownTeamwork): View {
  if (!teamwork.mayChange) {
    return modal("Teamwork", [
      ...words(teamwork),
      note("🔒 Only Clerk's admins may change this."),
    ], { callback_id: "teamwork" });
  }
  const { assignsFirst, nudgeAfter, hours, closesAfter } = teamwork;
  return modal("Teamwork", [
    input("assigns_first", "Conversations that are nobody's", {
      type: "checkboxes",
      options: [FIRST],
      ...(assignsFirst ? { initial_options: [FIRST] } : {}),
    }, { optional: true }),
    input("nudge_after", "Remind of who waits longer than, in minutes", {
      type: "number_input",
      is_decimal_allowed: false,
      min_value: "1",
      max_value: "100000",
      ...(nudgeAfter === null ? {} : { initial_value: String(nudgeAfter) }),
    }, {
      optional: true,
      hint:
        "The assignees are reminded once, and the channel once more after the same time. " +
        "Empty: nobody is reminded.",
    }),
    hour("opens", "The day begins, from Monday to Friday", hours.opens),
    hour("closes", "The day ends", hours.closes),
    input("closes_after", "Close what is solved after, in days", {
      type: "number_input",
      is_decimal_allowed: false,
      min_value: "1",
      max_value: "365",
      ...(closesAfter ? { initial_value: String(closesAfter) } : {}),
    }, {
      optional: true,
      hint: "Whoever texts or is answered is open again. Empty: never.",
    }),
  ], { callback_id: "teamwork_form", submit: "Save" });
}

/** What is shown after it was saved. */
export function teamworkSaved(teamwork: ShownTeamwork): View {
  const saved = { type: "section", text: plain("✅ Saved.") };
  return modal("Teamwork", [saved, ...words(teamwork)], {
    callback_id: "teamwork",
  });
}

function words(
  { assignsFirst, nudgeAfter, hours, closesAfter }: Teamwork,
): Block[] {
  const nudges = nudgeAfter === null
    ? "nobody is reminded of who waits"
    : `who waits longer than ${nudgeAfter} minutes is reminded of, from Monday to Friday, ` +
      `${clock(hours.opens)} to ${clock(hours.closes)}`;
  return [{
    type: "section",
    text: mrkdwn([
      `*Unassigned conversations:* ${
        assignsFirst ? "who answers first is assigned" : "stay unassigned"
      }`,
      `*Reminders:* ${nudges}`,
      `*What is solved* ${
        closesAfter === 0
          ? "stays solved"
          : `is closed after ${closesAfter} ${
            closesAfter === 1 ? "day" : "days"
          }`
      }`,
    ].join("\n")),
  }];
}

function hour(name: string, label: string, value: number): Block {
  const options = Array.from({ length: 25 }, (_, each) => ({
    value: String(each),
    text: plain(clock(each)),
  }));
  return input(name, label, {
    type: "static_select",
    options,
    initial_option: options[value],
  });
}

function clock(hour: number): string {
  return `${String(hour).padStart(2, "0")}:00`;
}

const Option = z.object({ value: z.string() });
const Hour = z.object({ selected_option: Option });
const State = z.object({
  assigns_first: z.object({
    assigns_first: z.object({ selected_options: z.array(Option) }),
  }),
  nudge_after: z.object({
    nudge_after: z.object({ value: z.nullish(z.string()) }),
  }),
  closes_after: z.object({
    closes_after: z.object({ value: z.nullish(z.string()) }),
  }),
  opens: z.object({ opens: Hour }),
  closes: z.object({ closes: Hour }),
});

/** What stands in the form's fields. */
export function readTeamworkForm(values: unknown): Teamwork {
  const { assigns_first, nudge_after, opens, closes, closes_after } = z.parse(
    State,
    values,
  );
  return {
    assignsFirst: assigns_first.assigns_first.selected_options.length > 0,
    closesAfter: Number(closes_after.closes_after.value) || 0,
    nudgeAfter: Number(nudge_after.nudge_after.value) || null,
    hours: {
      opens: Number(opens.opens.selected_option.value),
      closes: Number(closes.closes.selected_option.value),
    },
  };
}
