import type { E164 } from "../bridge/sms/e164.ts";
import { writtenRoute } from "../bridge/sms/route.ts";
import { Row } from "./conversation_row.ts";
import { type Opening, openingsIn } from "./conversation_rows.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";
import {
  nameKey,
  type Rules,
  rulesIn,
  type Standing,
  standingIn,
  standingKey,
  WORKSPACE,
} from "./standing_rows.ts";
import { writtenCount, writtenThread } from "./written_count.ts";

/** How many times on Do Not Disturb that are over are remembered: as many as catch-up could still stumble over. */
const QUIET_SPANS = 10;

// By its name alone: its declaration is for the manifest, and would be made anew by every run.
const Table = tableOf("conversations", Row);

/** What decides over the texts of everybody: where lines' conversations begin, who may be texted, and the rules. */
export class Standings {
  protected readonly rows: Rows<typeof Row>;

  /** @param firstRules the rules of a workspace in which nobody has changed any. */
  constructor(caller: Caller, protected readonly firstRules: Rules) {
    this.rows = new Rows(caller, Table);
  }

  async saveOpening(
    { line, name, channel, since }: Pick<
      Opening,
      "line" | "name" | "channel" | "since"
    >,
  ): Promise<void> {
    await this.rows.update({ id: line, name, channel, since });
  }

  async removeOpening(line: E164): Promise<void> {
    await this.rows.remove(line);
  }

  async openings(lines: E164[]): Promise<Opening[]> {
    return openingsIn(await this.rows.getAll([...lines, WORKSPACE]));
  }

  async saveWorkedOff(
    line: E164,
    { by, until }: Opening["workedOff"],
  ): Promise<void> {
    await this.rows.update({
      id: line,
      worked_off_by: by,
      worked_off_until: until,
    });
  }

  async saveChannels(
    { closed, addressed, switchedAt }: Pick<
      Opening,
      "closed" | "addressed" | "switchedAt"
    >,
  ): Promise<void> {
    await this.rows.update({
      id: WORKSPACE,
      closed,
      addressed,
      switched_at: switchedAt,
    });
  }

  async standings(contacts: E164[]): Promise<Standing[]> {
    const rows = await this.rows.getAll(
      contacts.flatMap((each) => [standingKey(each), nameKey(each)]),
    );
    return contacts.map((contact) => standingIn(rows, contact));
  }

  async saveNames(
    names: Pick<Standing, "contact" | "name" | "tags">[],
  ): Promise<void> {
    await this.rows.putAll(
      names.map(({ contact, name, tags }) => ({
        id: nameKey(contact),
        name,
        tags,
      })),
    );
  }

  async saveConsent(
    { contact, optedOut, consentAt }: Pick<
      Standing,
      "contact" | "optedOut" | "consentAt"
    >,
  ): Promise<void> {
    await this.rows.update({
      id: standingKey(contact),
      opted_out: optedOut,
      consent_at: consentAt,
    });
  }

  async saveDoNotDisturb(
    contact: E164,
    { by, at, why }: { by: string; at: number; why: string },
  ): Promise<void> {
    await this.rows.update({
      id: standingKey(contact),
      disturbed_by: by,
      disturbed_at: at,
      disturbed_why: why,
    });
  }

  async endDoNotDisturb(
    contact: E164,
    quiet: Standing["quiet"],
  ): Promise<void> {
    await this.rows.update({
      id: standingKey(contact),
      disturbed_by: "",
      disturbed_at: 0,
      disturbed_why: "",
      quiet: quiet.slice(-QUIET_SPANS)
        .map(({ from, until }) => `${from}-${until}`),
    });
  }

  async rules(): Promise<Rules> {
    // More of these calls are let through a minute than of those for several rows.
    const row = await this.rows.get(WORKSPACE);
    return rulesIn(row ? [row] : [], this.firstRules);
  }

  async saveRules(
    {
      countries,
      homeCountry,
      monthlyLimit,
      timeZone,
      assignsFirst,
      idleDays,
      workflowUrl,
      nudgeAfter,
      closesAfter,
      hours,
      remindsAt,
      routes,
      tags,
      address,
      buttons,
      counted,
      usageThread,
    }: Partial<Rules>,
  ): Promise<void> {
    await this.rows.update({
      id: WORKSPACE,
      countries,
      home_country: homeCountry,
      monthly_limit: monthlyLimit === undefined ? undefined : monthlyLimit ?? 0,
      time_zone: timeZone,
      assigns_first: assignsFirst,
      idle_days: idleDays,
      workflow_url: workflowUrl,
      nudge_after: nudgeAfter === undefined ? undefined : nudgeAfter ?? 0,
      close_days: closesAfter,
      opens: hours?.opens,
      closes: hours?.closes,
      reminds_at: remindsAt,
      routes: routes?.map(writtenRoute),
      known_tags: tags,
      address,
      buttons: buttons &&
        Object.entries(buttons).map(([name, url]) => `${name} ${url}`),
      counted: counted ? writtenCount(counted) : undefined,
      usage_thread: usageThread ? writtenThread(usageThread) : undefined,
    });
  }
}
