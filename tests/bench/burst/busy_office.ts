import { demoSeed } from "../../../emulator/demo_seed.ts";
import { firstDay } from "../../../emulator/first_day.ts";
import { Hands } from "../../simulation/hands.ts";
import { buildVirtualStage, type Stage } from "../../support/stage.ts";
import type { Workspace } from "../../support/surface.ts";

/** An office with one line, one channel and a crowd at both ends. */
export interface BusyOffice {
  stage: Stage;
  hands: Hands;
  workspace: Workspace;
  line: string;
  channel: string;
  contacts: string[];
}

/** Fictional numbers: Slack's and the carrier's emulators take no others. */
const AREAS = ["202", "212", "303", "415", "617"];
const OF_EACH = 60;

/** Opens an office on the morning after its line was connected. */
export async function openBusyOffice(
  contacts: number,
  teammates: number,
): Promise<BusyOffice> {
  const seed = demoSeed();
  const numbers = AREAS.flatMap((area) =>
    Array.from({ length: OF_EACH }, (_, at) => `+1${area}55501${twoDigits(at)}`)
  ).filter((number) => number !== seed.carrier.lines[0]?.number)
    .slice(0, contacts);
  const people = Array.from({ length: teammates }, (_, at) => ({
    name: `mate${at + 1}`,
    real_name: `Mate ${at + 1}`,
  }));
  const stage = await buildVirtualStage({
    carrier: {
      ...seed.carrier,
      phones: numbers.map((number) => ({ number, name: number })),
    },
    workspace: {
      ...seed.workspace,
      people: [...seed.workspace.people, ...people],
    },
  });
  const { clock, world } = stage;
  const hands = new Hands(world);
  const workspace = await hands.ask<Workspace>("GET", "/workspace");
  const [first] = workspace.lines;
  const line = first?.number ?? "";
  await clock.runUntil(firstDay(world, line));
  await clock.advance(90_000);
  return {
    stage,
    hands,
    workspace,
    line,
    channel: first?.channel_id ?? "",
    contacts: numbers,
  };
}

/** Has a phone text the office's line at a moment from now (milliseconds). */
export function textAt(
  { stage, hands, line }: BusyOffice,
  ms: number,
  contact: string,
  body: string,
): void {
  const path = `/phones/${encodeURIComponent(contact)}/texts`;
  stage.clock.after(
    ms,
    () => void hands.ask("POST", path, { to: line, body }),
  );
}

function twoDigits(at: number): string {
  return String(at + 1).padStart(2, "0");
}
