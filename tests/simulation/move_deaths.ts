import { MovingWorld } from "./moving_world.ts";
import type { VirtualClock } from "../support/virtual_clock.ts";
import type { Death } from "./one_death.ts";
import { type Course, liveInSmallWorld } from "./small_world.ts";

const MINUTE = 60_000;

/** A conversation gets a channel of its own, goes back to its thread, or loses its channel. */
export const MOVES = ["create", "back", "lost"] as const;
export type Move = typeof MOVES[number];

/**
 * Lives through a move during which the contact texts, and one run dies or none; lets catch-up run, and tries whether the
 * conversation goes on.
 * @returns what is wrong then, and how many calls there were.
 */
export async function dieMoving(
  move: Move,
  death?: Death,
): Promise<Course> {
  return await liveInSmallWorld(2, death, async ({ stage, clock, fates }) => {
    const world = new MovingWorld(stage);
    await begin(world, clock, move);
    fates.arm();
    await act(world, clock, move);
    fates.disarm();
    await clock.advance(122 * MINUTE);
    await stage.rest();
    const wrongs = [...world.wrongs(), ...await goOn(world, clock, move)];
    return [...new Set(wrongs)];
  });
}

async function begin(
  world: MovingWorld,
  clock: VirtualClock,
  move: Move,
): Promise<void> {
  await world.text();
  await clock.advance(MINUTE);
  if (move === "create") return;
  await world.press("create_channel");
  await clock.advance(MINUTE);
  await world.text();
  await clock.advance(MINUTE);
  if (move === "lost") world.archive();
}

async function act(
  world: MovingWorld,
  clock: VirtualClock,
  move: Move,
): Promise<void> {
  if (move !== "lost") {
    await world.press(move === "create" ? "create_channel" : "move_back");
    await clock.advance(700);
  }
  await world.text();
  await clock.advance(2 * MINUTE);
}

/** Whoever wants the channel presses again; both ends say something more. */
async function goOn(
  world: MovingWorld,
  clock: VirtualClock,
  move: Move,
): Promise<string[]> {
  const wrongs: string[] = [];
  if (move === "create" && !world.isDirect) {
    await world.press("create_channel");
    await clock.advance(2 * MINUTE);
    if (!world.isDirect) wrongs.push("it cannot be moved any more");
  }
  await world.text();
  await clock.advance(MINUTE);
  await world.write("the last word");
  await clock.advance(2 * MINUTE);
  const sent = world.sent("the last word");
  if (sent !== 1) wrongs.push(`the last word was texted ${sent} times`);
  return [...wrongs, ...world.wrongs()];
}
