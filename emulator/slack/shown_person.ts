import type { Person } from "./people.ts";
import type { Workspace } from "./workspace.ts";

/** A member as `users.info` gives it. */
export function shownPerson(
  workspace: Workspace,
  person: Person,
): Record<string, unknown> {
  return {
    id: person.id,
    team_id: workspace.team.id,
    name: person.name,
    deleted: false,
    real_name: person.real_name,
    tz: person.tz,
    tz_label: zoneName(person.tz, "long", workspace.clock.now()),
    tz_offset: offsetOf(person.tz, workspace.clock.now()),
    profile: {
      real_name: person.real_name,
      real_name_normalized: person.real_name,
      display_name: person.name,
      display_name_normalized: person.name,
      team: workspace.team.id,
      ...(person.is_bot &&
        { api_app_id: workspace.app_id, bot_id: workspace.bot.id }),
    },
    is_admin: person.is_admin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: false,
    is_ultra_restricted: false,
    is_bot: person.is_bot,
    is_app_user: false,
    updated: 0,
  };
}

/** Seconds east of Greenwich at a moment. */
function offsetOf(tz: string, now: number): number {
  const name = zoneName(tz, "longOffset", now);
  const [, sign, hours, minutes] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  if (!sign) return 0;
  const seconds = Number(hours) * 3600 + Number(minutes) * 60;
  return sign === "-" ? -seconds : seconds;
}

/** By zone and way of naming it: making one takes many times as long as asking it. */
const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a zone is called at a moment: `Pacific Daylight Time`, or `GMT-07:00`. */
function zoneName(
  timeZone: string,
  timeZoneName: "long" | "longOffset",
  now: number,
): string {
  const key = `${timeZone} ${timeZoneName}`;
  const clock = clocks.get(key) ??
    new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName });
  clocks.set(key, clock);
  return clock.formatToParts(now).find((part) => part.type === "timeZoneName")
    ?.value ?? "";
}
