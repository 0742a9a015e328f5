import * as z from "zod/mini";
import { countryName } from "../../sms/country.ts";
import { FREE } from "../../sms/plan.ts";
import type {
  TypedSettings,
  WorkspaceSettings,
} from "../../settings/workspace_settings.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import {
  countryOptions,
  homeIn,
  homeOption,
  homeOptions,
  option,
} from "./country_options.ts";
import { input, modal, note, type View } from "./modal.ts";

const PLANS: [plan: TypedSettings["plan"], text: string][] = [
  ["free", "Free: 10 segments a month"],
  ["pro", "Pro: no limit"],
  ["custom", "A limit of your own"],
];

/** The most options that a select takes. */
const OPTIONS = 100;

/** The settings: a form for an admin, something to read for everybody else. */
export function settingsView(settings: WorkspaceSettings): View {
  return settings.mayChange ? settingsForm(settings) : modal("Settings", [
    ...settingsWords(settings),
    note(
      `🔒 Only Clerk's admins may change this: ask ${
        whoMay(settings)
      } to do so.`,
    ),
  ], { callback_id: "settings" });
}

/** What is shown after the settings were saved. */
export function settingsSaved(settings: WorkspaceSettings): View {
  const saved = { type: "section", text: plain("✅ Saved.") };
  return modal("Settings", [saved, ...settingsWords(settings)], {
    callback_id: "settings",
  });
}

function settingsForm(settings: WorkspaceSettings): View {
  const {
    admins,
    monthlyLimit,
    countries,
    homeCountry,
    timeZone,
    workflowUrl,
  } = settings;
  const plan = planOf(settings);
  return modal("Settings", [
    input("admins", "Admins", {
      type: "multi_users_select",
      ...(admins.length > 0 ? { initial_users: admins } : {}),
    }, { hint: "Who may change lines, plan, countries and this page." }),
    ...groupBlocks(settings),
    input("plan", "Plan", {
      type: "static_select",
      options: PLANS.map(([value, text]) => option(value, text)),
      initial_option: PLANS.map(([value, text]) => option(value, text))
        .find(({ value }) => value === plan),
    }, {
      hint:
        "Counted are the segments of all texts, sent and received, in a calendar month. " +
        "At the limit texts still come in, but none can leave.",
    }),
    input("limit", "Your own limit, in segments a month", {
      type: "number_input",
      is_decimal_allowed: false,
      min_value: "1",
      max_value: "100000000",
      ...(plan === "custom" ? { initial_value: String(monthlyLimit) } : {}),
    }, { optional: true }),
    input("countries", "Countries that may be texted", {
      type: "multi_static_select",
      option_groups: countryOptions(),
      ...(countries.length > 0
        ? {
          initial_options: countries.map((each) =>
            option(each, countryName(each))
          ),
        }
        : {}),
    }),
    input("home_country", "Default country", {
      type: "static_select",
      option_groups: homeOptions(),
      initial_option: homeOption(homeCountry),
    }, {
      hint:
        "Numbers without a country's code are read as numbers of this country, typed ones and imported ones.",
    }),
    input("time_zone", "Time zone", {
      type: "plain_text_input",
      initial_value: timeZone,
    }, {
      hint:
        "The region and city, such as America/New_York. Months begin by its clocks.",
    }),
    input("workflow_url", "Start a workflow with each text", {
      type: "plain_text_input",
      ...(workflowUrl ? { initial_value: workflowUrl } : {}),
    }, {
      optional: true,
      hint:
        "The webhook of a workflow of yours, https://hooks.slack.com/triggers/…, with the variables from, to, name, " +
        "message_sid, link and body. It is a secret: only admins see it.",
    }),
  ], { callback_id: "settings_form", submit: "Save" });
}

function groupBlocks({ groups, adminGroup }: WorkspaceSettings): Block[] {
  const isKnown = groups.some(({ id }) => id === adminGroup);
  const listed = adminGroup && !isKnown
    ? [{ id: adminGroup, name: adminGroup }, ...groups]
    : groups;
  const options = listed.slice(0, OPTIONS)
    .map(({ id, name }) => option(id, name));
  if (options.length === 0) return [];
  const initial_option = options.find(({ value }) => value === adminGroup);
  return [
    input("admin_group", "Admins as a user group", {
      type: "static_select",
      options,
      ...(initial_option ? { initial_option } : {}),
    }, { optional: true, hint: "Its members are admins as well." }),
  ];
}

function settingsWords(settings: WorkspaceSettings): Block[] {
  const { countries, homeCountry, monthlyLimit, timeZone, workflowUrl } =
    settings;
  const plan = PLANS.find(([plan]) => plan === planOf(settings))?.[1] ?? "";
  const names = countries.map(countryName).sort();
  return [{
    type: "section",
    text: mrkdwn([
      `*Admins:* ${whoMay(settings)}`,
      `*Plan:* ${
        planOf(settings) === "custom"
          ? `${monthlyLimit?.toLocaleString("en-US")} segments a month`
          : plan
      }`,
      `*Countries:* ${names.slice(0, 50).join(", ") || "none"}${
        names.length > 50 ? ` and ${names.length - 50} more` : ""
      }`,
      `*Default country:* ${homeOption(homeCountry).text.text}`,
      `*Time zone:* ${timeZone}`,
      `*Each text starts a workflow:* ${workflowUrl ? "yes" : "no"}`,
    ].join("\n")),
  }];
}

/** The admins, as mentions; at most as many as can be read. */
function whoMay({ admins, adminGroup }: WorkspaceSettings): string {
  const people = admins.slice(0, 20).map((each) => `<@${each}>`);
  const more = admins.length - people.length;
  return [
    ...people,
    ...(more > 0 ? [`${more} more`] : []),
    ...(adminGroup ? [`<!subteam^${adminGroup}>`] : []),
  ].join(", ") || "everybody";
}

function planOf({ monthlyLimit }: WorkspaceSettings): TypedSettings["plan"] {
  if (monthlyLimit === null) return "pro";
  return monthlyLimit === FREE ? "free" : "custom";
}

const Option = z.nullish(z.object({ value: z.string() }));
const Value = z.object({ value: z.nullish(z.string()) });
const State = z.object({
  admins: z.object({
    admins: z.object({ selected_users: z.array(z.string()) }),
  }),
  admin_group: z.optional(z.object({
    admin_group: z.object({ selected_option: Option }),
  })),
  plan: z.object({
    plan: z.object({
      selected_option: z.object({
        value: z.enum(["free", "pro", "custom"]),
      }),
    }),
  }),
  limit: z.object({ limit: Value }),
  countries: z.object({
    countries: z.object({
      selected_options: z.array(z.object({ value: z.string() })),
    }),
  }),
  home_country: z.object({
    home_country: z.object({ selected_option: Option }),
  }),
  time_zone: z.object({ time_zone: Value }),
  workflow_url: z.object({ workflow_url: Value }),
});

/** What stands in the form's fields. */
export function readSettingsForm(values: unknown): TypedSettings {
  const read = z.parse(State, values);
  return {
    admins: read.admins.admins.selected_users,
    adminGroup: read.admin_group?.admin_group.selected_option?.value ?? null,
    plan: read.plan.plan.selected_option.value,
    limit: Number(read.limit.limit.value) || null,
    countries: read.countries.countries.selected_options
      .map(({ value }) => value),
    homeCountry: homeIn(read.home_country.home_country.selected_option?.value),
    timeZone: read.time_zone.time_zone.value ?? "",
    workflowUrl: read.workflow_url.workflow_url.value ?? "",
  };
}
