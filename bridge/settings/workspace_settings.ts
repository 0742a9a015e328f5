import { type Errors, errorsByField } from "../form_errors.ts";
import { checkAdmin, isAdmin } from "../lines/admins.ts";
import { openUsageThread, usageChannel } from "../plan/open_usage_thread.ts";
import type { Decided, Ends } from "../ports.ts";
import { countryName } from "../sms/country.ts";
import { isTimeZone } from "../sms/month.ts";
import { isCountry } from "../sms/phone_number.ts";
import { FREE } from "../sms/plan.ts";
import { isWorkflowUrl } from "../team/start_workflows.ts";

/** What admins decide for everybody. */
export interface WorkspaceSettings extends Decided {
  admins: string[];
  adminGroup: string | null;
  /** The user groups that there are. */
  groups: { id: string; name: string }[];
  /** Whether the person who looks may change it. */
  mayChange: boolean;
}

/** The settings as they are typed. */
export interface TypedSettings {
  admins: string[];
  adminGroup: string | null;
  plan: "free" | "pro" | "custom";
  /** The limit of a custom plan. */
  limit: number | null;
  countries: string[];
  /** Two letters; empty for each line's own. */
  homeCountry: string;
  timeZone: string;
  workflowUrl: string;
}

/** The settings as they stand, for one person. */
export async function readSettings(
  ends: Ends,
  person: string,
): Promise<WorkspaceSettings> {
  const [settings, rules, groups, mayChange] = await Promise.all([
    ends.settings.read(),
    ends.conversations.rules(),
    ends.desk.userGroups(),
    isAdmin(ends, person),
  ]);
  const { admins, adminGroup } = settings;
  const { countries, homeCountry, monthlyLimit, timeZone, workflowUrl } = rules;
  return {
    admins,
    adminGroup,
    countries,
    homeCountry,
    monthlyLimit,
    timeZone,
    workflowUrl,
    groups,
    mayChange,
  };
}

/**
 * Changes the settings to what has been typed; or says by field what is wrong, and then nothing is changed. Each save
 * writes all of them, so of two admins at once the last one's stand, whole.
 */
export async function changeSettings(
  ends: Ends,
  typed: TypedSettings,
  person: string,
): Promise<Errors | WorkspaceSettings> {
  return await errorsByField("admins", SLOW, async () => {
    await checkAdmin(ends, person);
    const { admins, adminGroup, countries, homeCountry } = typed;
    const timeZone = typed.timeZone.trim().replaceAll(" ", "_");
    const errors: Record<string, string> = {};
    if (!isTimeZone(timeZone)) {
      errors.time_zone =
        "There is no such time zone. Write it as its region and city, such as America/New_York.";
    }
    const wrongHome = whyNotHome(homeCountry, countries);
    if (wrongHome) errors.home_country = wrongHome;
    if (typed.plan === "custom" && !typed.limit) {
      errors.limit = "Say how many segments a month this plan has.";
    }
    const workflowUrl = typed.workflowUrl.trim();
    if (workflowUrl && !isWorkflowUrl(workflowUrl)) {
      errors.workflow_url =
        "This is not the address of a workflow's webhook. Copy it in Workflow Builder: it begins with https://hooks.slack.com/triggers/.";
    }
    if (Object.keys(errors).length > 0) return { errors };
    const monthlyLimit = { free: FREE, pro: null, custom: typed.limit }[
      typed.plan
    ];
    if (monthlyLimit !== null) await keepCount(ends);
    const rules = {
      countries,
      homeCountry,
      monthlyLimit,
      timeZone,
      workflowUrl,
    };
    await Promise.all([
      ends.conversations.saveRules(rules),
      ends.settings.saveAdmins({ admins, adminGroup }),
    ]);
    return { ...rules, admins, adminGroup, groups: [], mayChange: true };
  });
}

/** Why numbers cannot be read as in this country: each that is dialled without one would be refused. */
function whyNotHome(country: string, allowed: string[]): string | null {
  if (country === "") return null;
  if (!isCountry(country)) {
    return "Clerk cannot read the numbers of this country. Choose another, or each line's own.";
  }
  return allowed.includes(country)
    ? null
    : `${
      countryName(country)
    } is not among the countries that may be texted. Add it there, or choose another.`;
}

/** Makes sure that there is a thread to stand in line in, before anybody needs it, where the first line is. */
async function keepCount(ends: Ends): Promise<void> {
  const [{ usageThread }, channel] = await Promise.all([
    ends.conversations.rules(),
    usageChannel(ends),
  ]);
  if (!channel || usageThread?.channel === channel) return;
  await openUsageThread(ends, usageThread);
}

const SLOW =
  "Slack is slow to answer, and I cannot tell whether all of this is saved. Please press Save again.";
