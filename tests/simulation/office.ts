import { DeskHand } from "../../emulator/desk_hand.ts";
import { demoSeed } from "../../emulator/demo_seed.ts";
import type { World } from "../../emulator/world.ts";
import type { Reminding } from "./business_hours.ts";
import type { WorldSeed } from "../../emulator/world_seed.ts";

/** A line and the channel in which its conversations begin. */
export interface OfficeLine {
  number: string;
  channel: string;
}

/** The lines there can be; a seed has the first or both. */
const LINES: readonly OfficeLine[] = [
  { number: "+14155550100", channel: "texts" },
  { number: "+12025550110", channel: "support" },
];

/** People with phones, of three countries. */
const PHONES = [
  { number: "+14155550142", name: "Maya" },
  { number: "+16135550171", name: "Noah" },
  { number: "+447700900123", name: "Isla" },
  { number: "+12025550163", name: "Omar" },
  { number: "+14155550187", name: "Kim" },
];

/** The office of a seed before anybody has done anything. */
export function officeSeed(lines: number, phones: number): WorldSeed {
  const demo = demoSeed();
  const smsUrl = demo.carrier.lines[0]?.sms_url ?? "";
  return {
    ...demo,
    workspace: {
      ...demo.workspace,
      channels: [...demo.workspace.channels, { name: "support" }],
    },
    carrier: {
      ...demo.carrier,
      lines: LINES.slice(0, lines).map((line) => ({
        ...line,
        sms_url: smsUrl,
      })),
      phones: PHONES.slice(0, phones),
    },
  };
}

/** What an admin does on the first day: connects the lines. */
export async function connectLines(
  world: Pick<World, "clock" | "fetch">,
  lines: number,
): Promise<void> {
  const dana = new DeskHand(world, "dana");
  for (const { number, channel } of LINES.slice(0, lines)) {
    await dana.press("Clerk", "texts");
    if (number !== LINES[0]?.number) await dana.click("Lines & channels");
    await dana.click("Connect a line");
    await dana.submit("Connect a line", {
      "Phone number": number,
      "Channel": await dana.channelId(channel),
    });
    await dana.closeAll();
  }
}

/** What an admin does who wants to pay for so many segments a month and no more. */
export async function limitPlan(
  world: Pick<World, "clock" | "fetch">,
  limit: number,
): Promise<void> {
  const dana = new DeskHand(world, "dana");
  await dana.press("Clerk", "texts");
  await dana.click("Settings");
  await dana.submit("Settings", {
    "Plan": "custom",
    "Your own limit, in segments a month": String(limit),
  });
  await dana.closeAll();
}

/** What an admin does who wants the team to be reminded of who waits. */
export async function remindTeam(
  world: Pick<World, "clock" | "fetch">,
  { after, opens, closes }: Reminding,
): Promise<void> {
  const dana = new DeskHand(world, "dana");
  await dana.press("Clerk", "texts");
  await dana.click("Teamwork");
  await dana.submit("Teamwork", {
    "Remind of who waits longer than, in minutes": String(after),
    "The day begins, from Monday to Friday": String(opens),
    "The day ends": String(closes),
  });
  await dana.closeAll();
}
