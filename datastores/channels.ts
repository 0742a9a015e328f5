import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import * as z from "zod/mini";
import type { E164 } from "../bridge/sms/e164.ts";
import { PhoneNumber } from "./phone_number.ts";
import { type Caller, Rows, tableOf } from "./rows.ts";

/** Channels that are, or were, connected. What messages must know of them is copied to `places` and `conversations`. */
export const ChannelsDatastore = DefineDatastore({
  name: "channels",
  primary_key: "channel",
  attributes: {
    channel: { type: Schema.types.string },
    line: { type: Schema.types.string },
    contact: { type: Schema.types.string },
    switches: {
      type: Schema.types.array,
      items: { type: Schema.types.number },
    },
    closed: { type: Schema.types.boolean },
    lost: { type: Schema.types.string },
  },
});

const Row = z.object({
  channel: z.string(),
  line: PhoneNumber,
  /** Whose direct channel it is; absent for a shared one. */
  contact: z.optional(PhoneNumber),
  /** When (milliseconds) its reply mode was switched, oldest first. */
  switches: z.optional(z.array(z.number())),
  closed: z.optional(z.boolean()),
  /** Empty while the app can get in. */
  lost: z.optional(z.enum(["", "archived", "shut out"])),
});

interface Connected {
  channel: string;
  line: E164;
  contact: E164 | null;
  switches: number[];
  closed: boolean;
  lost: "archived" | "shut out" | null;
}

const Table = tableOf(ChannelsDatastore.name, Row);

/** The only reader and writer of the list of channels. */
export class ChannelList {
  readonly #rows: Rows<typeof Row>;

  constructor(caller: Caller) {
    this.#rows = new Rows(caller, Table);
  }

  async all(): Promise<Connected[]> {
    return (await this.#rows.all()).map(connected);
  }

  async find(channel: string): Promise<Connected | null> {
    const row = await this.#rows.get(channel);
    return row && connected(row);
  }

  async save(
    { channel, line, contact, switches, closed, lost }:
      & Pick<Connected, "channel">
      & Partial<Connected>,
  ): Promise<void> {
    await this.#rows.update({
      channel,
      line,
      contact: contact ?? undefined,
      switches,
      closed,
      lost: lost === null ? "" : lost,
    });
  }
}

function connected(
  { channel, line, contact, switches = [], closed = false, lost }: z.infer<
    typeof Row
  >,
): Connected {
  return {
    channel,
    line,
    contact: contact ?? null,
    switches,
    closed,
    lost: lost || null,
  };
}
