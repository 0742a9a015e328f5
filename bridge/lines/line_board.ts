import type { CarrierLine, ConnectedChannel, Ends, Opening } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import { isAdmin } from "./admins.ts";

/** One of the workspace's numbers: at the carrier, connected, or both. */
export interface BoardLine {
  number: E164;
  /** Null for one that the account has no more. */
  owned: CarrierLine | null;
  /** Null for one that is not connected. */
  opening: Opening | null;
  isDefault: boolean;
}

/** What "Lines & channels" shows. */
export interface LineBoard {
  /** Whether whoever looks may change it. */
  mayChange: boolean;
  /** Connected lines first. */
  lines: BoardLine[];
  /** Connected channels first. */
  channels: ConnectedChannel[];
}

/** All numbers of the account and all channels, as they stand now. */
export async function lineBoard(
  ends: Ends,
  person: string,
): Promise<LineBoard> {
  const { carrier, channels, conversations, lines, settings } = ends;
  const [mayChange, owned, connected, rows, { defaultLine }] = await Promise
    .all([
      isAdmin(ends, person),
      carrier.lines(),
      lines.all(),
      channels.all(),
      settings.read(),
    ]);
  const openings = await conversations.openings(
    connected.map(({ number }) => number),
  );
  const numbers = new Set([
    ...openings.map(({ line }) => line),
    ...owned.map(({ number }) => number),
  ]);
  return {
    mayChange,
    lines: [...numbers].map((number) => ({
      number,
      owned: owned.find((each) => each.number === number) ?? null,
      opening: openings.find(({ line }) => line === number) ?? null,
      isDefault: number === defaultLine,
    })),
    channels: rows.filter(({ contact }) => !contact).toSorted((a, b) =>
      Number(a.closed) - Number(b.closed) ||
      a.channel.localeCompare(b.channel)
    ),
  };
}
