import { catchUps, untilCatchUp } from "./catch_ups.ts";
import type { Death } from "./one_death.ts";
import { type Course, liveInSmallWorld } from "./small_world.ts";
import type { Stage } from "./stage.ts";

const MINUTE = 60_000;

/** How many texts at once make a crowd. */
const CROWD = 5;

/**
 * Lives through a crowd of texts, and one more that comes while a run works it off, in which one run of the crowd dies or
 * none; and through the minutes after it, in which no catch-up comes.
 * @returns what is wrong then, and how many calls there were.
 */
export async function dieInCrowd(death?: Death): Promise<Course> {
  return await liveInSmallWorld(2, death, async ({ stage, clock, fates }) => {
    await untilCatchUp(stage, clock);
    const before = catchUps(stage);
    const [maya, noah] = stage.workspace.phones;
    const text = (phone: typeof maya, body: string) =>
      stage.hands.ask("POST", `/phones/${phone?.number}/texts`, {
        to: stage.workspace.lines[0]?.number,
        body,
      });
    await text(maya, "hello");
    await text(noah, "hello Clerk");
    await clock.advance(2 * MINUTE);
    fates.arm();
    for (let each = 1; each <= CROWD; each++) await text(maya, `text ${each}`);
    await clock.advance(5_000);
    fates.spareNewcomers();
    await text(noah, "me too");
    await clock.advance(MINUTE);
    fates.disarm();
    await clock.advance(MINUTE);
    if (catchUps(stage) > before) return ["a catch-up has come by"];
    return [...notShown(stage), ...leftArranged(stage)];
  });
}

/** What does not stand once in the channel. */
function notShown({ world, workspace }: Stage): string[] {
  const channel = workspace.lines[0]?.channel_id ?? "";
  const shown = world.slack.workspace.messages.inChannel(channel)
    .map(({ text }) => text);
  return world.carrier.messages.all().flatMap(({ body }) => {
    const times = shown.filter((each) => each === body).length;
    return times === 1 ? [] : [`“${body}” is shown ${times} times`];
  });
}

/** What is arranged although nobody is to go on any more. */
function leftArranged({ world }: Stage): string[] {
  return world.slack.triggers.all()
    .filter(({ definition }) =>
      definition.type === "scheduled" &&
      definition.workflow.endsWith("/show_waiting")
    )
    .map(({ definition }) => `still arranged: ${definition.name}`);
}
