import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import { type E164, isE164 } from "../bridge/sms/e164.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";

const text = { type: Schema.types.string };
const number = { type: Schema.types.number };
const numbers = { type: Schema.types.array, items: number };
const texts = { type: Schema.types.array, items: text };

/** The workspace's settings in one row, and the rows of `usage.ts`. */
export const SettingsDatastore = DefineDatastore({
  name: "settings",
  primary_key: "id",
  attributes: {
    id: text,
    admins: texts,
    admin_group: text,
    default_line: text,
    listeners: texts,
    direct_listeners: texts,
    dashboard_url: text,
    retry_url: text,
    month: text,
    line: text,
    time_zone: text,
    until: number,
    sent: numbers,
    received: numbers,
    people: texts,
  },
});

const Row = z.object({
  id: z.string(),
  admins: z.optional(z.array(z.string())),
  admin_group: z.optional(z.string()),
  /** Empty after the last line was taken off. */
  default_line: z.optional(z.string()),
  /** One a listener: its trigger's id and its channels, with spaces between. */
  listeners: z.optional(z.array(z.string())),
  direct_listeners: z.optional(z.array(z.string())),
  dashboard_url: z.optional(z.string()),
  retry_url: z.optional(z.string()),
});

interface Listener {
  hears: "messages" | "reactions";
  trigger_id: string;
  channels: string[];
}

interface Settings {
  admins: string[];
  adminGroup: string | null;
  defaultLine: E164 | null;
  listeners: Listener[];
  directListeners: Listener[];
  dashboardUrl: string | null;
  retryUrl: string | null;
}

/** The key of the one row. */
const WORKSPACE = "workspace";

const Table = tableOf(SettingsDatastore.name, Row);

/** The only reader and writer of the settings. */
export class SettingsTable {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async read(): Promise<Settings> {
    const row = await this.#rows.get(WORKSPACE);
    const line = row?.default_line ?? "";
    return {
      admins: row?.admins ?? [],
      adminGroup: row?.admin_group || null,
      defaultLine: isE164(line) ? line : null,
      listeners: read(row?.listeners),
      directListeners: read(row?.direct_listeners),
      dashboardUrl: row?.dashboard_url ?? null,
      retryUrl: row?.retry_url ?? null,
    };
  }

  async saveListeners(listeners: Settings["listeners"]): Promise<void> {
    await this.#rows.update({ id: WORKSPACE, listeners: written(listeners) });
  }

  async saveDirectListeners(
    listeners: Settings["directListeners"],
  ): Promise<void> {
    await this.#rows.update({
      id: WORKSPACE,
      direct_listeners: written(listeners),
    });
  }

  async save(
    {
      admins,
      adminGroup,
      defaultLine,
      listeners,
      directListeners,
      dashboardUrl,
      retryUrl,
    }: Partial<Settings>,
  ): Promise<void> {
    await this.#rows.update({
      id: WORKSPACE,
      admins,
      admin_group: adminGroup === undefined ? undefined : adminGroup ?? "",
      default_line: defaultLine === undefined ? undefined : defaultLine ?? "",
      listeners: listeners && written(listeners),
      direct_listeners: directListeners && written(directListeners),
      dashboard_url: dashboardUrl ?? undefined,
      retry_url: retryUrl ?? undefined,
    });
  }

  async saveAdmins(
    { admins, adminGroup }: Pick<Settings, "admins" | "adminGroup">,
  ): Promise<void> {
    await this.#rows.update({
      id: WORKSPACE,
      admins,
      admin_group: adminGroup ?? "",
    });
  }
}

/** Before the trigger's id of a listener that hears reactions. */
const REACTIONS = "reactions:";

function written(listeners: Settings["listeners"]): string[] {
  return listeners.map(({ hears, trigger_id, channels }) =>
    [(hears === "reactions" ? REACTIONS : "") + trigger_id, ...channels]
      .join(" ")
  );
}

function read(listeners: string[] = []): Listener[] {
  return listeners.map((each) => {
    const [trigger = "", ...channels] = each.split(" ");
    const hearsReactions = trigger.startsWith(REACTIONS);
    return {
      hears: hearsReactions ? "reactions" : "messages",
      trigger_id: hearsReactions ? trigger.slice(REACTIONS.length) : trigger,
      channels,
    };
  });
}
