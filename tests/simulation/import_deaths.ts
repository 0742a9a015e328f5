import { DeskHand } from "../../emulator/desk_hand.ts";
import { wrongsOfImport } from "./imported.ts";
import type { Death } from "./one_death.ts";
import { type Course, liveInSmallWorld } from "./small_world.ts";
import type { Stage } from "./stage.ts";

const MINUTE = 60_000;

/** Somebody new, somebody who wants no texts, and somebody whose card is to get a name. */
const PASTED = [
  "Name,Phone,Opted out",
  "Ada Lovelace,+12005550101,",
  "Bob Marley,+12005550102,yes",
  "Maya Lopez,+14155550142,",
  "Nobody,12,",
].join("\n");

/**
 * Lives through an import in which one run dies or none, from the moment it is asked for, and lets catch-up run. Whoever
 * sees that the form was not taken presses again.
 * @returns what is wrong then, and how many calls there were.
 */
export async function dieImporting(
  death?: Death,
): Promise<Course> {
  return await liveInSmallWorld(1, death, async ({ stage, clock, fates }) => {
    const hand = new DeskHand(stage.world, "dana");
    await clock.runUntil(begin(stage, hand));
    await clock.advance(MINUTE);
    await clock.runUntil(openForm(hand));
    fates.arm();
    const isTaken = await clock.runUntil(submit(hand));
    await clock.advance(2 * MINUTE);
    fates.disarm();
    if (!isTaken) await clock.runUntil(again(hand));
    await clock.advance(122 * MINUTE);
    await stage.rest();
    const doubles = isTaken ? 1 : 2;
    return [...wrongsOfImport(stage, doubles)];
  });
}

async function begin({ hands, workspace }: Stage, hand: DeskHand) {
  const [phone] = workspace.phones;
  await hands.ask("POST", `/phones/${phone?.number}/texts`, {
    to: workspace.lines[0]?.number,
    body: "hi",
  });
  await hand.closeAll();
}

async function openForm(hand: DeskHand): Promise<void> {
  await hand.closeAll();
  await hand.press("Clerk", "texts");
  await hand.click("Contacts");
  await hand.click("Import");
}

async function submit(hand: DeskHand): Promise<boolean> {
  try {
    await hand.submit("Import contacts", { "Or paste": PASTED });
    return true;
  } catch {
    return false;
  }
}

/** The form is closed and filled in once more; another import under way is waited for. */
async function again(hand: DeskHand): Promise<void> {
  await openForm(hand);
  await submit(hand);
}
