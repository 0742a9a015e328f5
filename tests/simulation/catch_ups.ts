import type { VirtualClock } from "../support/virtual_clock.ts";
import type { Stage } from "./stage.ts";

const MINUTE = 60_000;

/** How many catch-ups have begun. */
export function catchUps({ world }: Stage): number {
  return world.slack.executions.all()
    .filter(({ callback_id }) => callback_id === "catch_up").length;
}

/** Lets time pass until the hourly catch-up has been, so that none comes within the next 58 minutes. */
export async function untilCatchUp(
  stage: Stage,
  clock: VirtualClock,
): Promise<void> {
  const before = catchUps(stage);
  while (catchUps(stage) === before) await clock.advance(MINUTE);
  await clock.advance(MINUTE);
}
