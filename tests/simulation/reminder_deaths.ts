import { IN_TIME } from "../../bridge/timing.ts";
import { untilCatchUp } from "./catch_ups.ts";
import type { Death } from "./one_death.ts";
import { type Course, liveInSmallWorld } from "./small_world.ts";
import type { Stage } from "./stage.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** After how long the team is reminded. */
const AFTER = 15 * MINUTE;

/** What falls due: a contact waits, while another begins to; or a conversation was put off until now. */
export const DUES = ["somebody waits", "one comes back"] as const;
export type Due = typeof DUES[number];

/**
 * Lives through what has a run arranged, and through that run, in which one run dies or none; lets catch-up run.
 * @returns what is wrong then, and how many calls there were.
 */
export async function dieReminding(due: Due, death?: Death): Promise<Course> {
  return await liveInSmallWorld(2, death, async ({ stage, clock, fates }) => {
    const world = new RemindingWorld(stage);
    await untilCatchUp(stage, clock);
    const [first = "", second = ""] = stage.workspace.phones
      .map(({ number }) => number);
    const mortal = async (ms: number, act: () => Promise<void>) => {
      fates.arm();
      await act();
      await clock.advance(ms);
      fates.disarm();
    };
    const latest = death ? HOUR + IN_TIME : IN_TIME;
    if (due === "one comes back") {
      await world.text(first);
      await clock.advance(MINUTE);
      const at = clock.now() + HOUR / 4;
      await mortal(20 * SECOND, () => world.putOff(first));
      const isPutOff = world.state === "pending";
      await clock.advance(at - 5 * SECOND - clock.now());
      await mortal(MINUTE, () => Promise.resolve());
      await clock.advance(122 * MINUTE);
      await stage.rest();
      return isPutOff ? world.wrongs(/until now/, [at], latest) : [];
    }
    world.remindAfter(AFTER / MINUTE);
    const began = clock.now();
    await mortal(20 * SECOND, () => world.text(first));
    await clock.advance(AFTER - 25 * SECOND);
    const beganToo = clock.now();
    await mortal(MINUTE, () => world.text(second));
    await clock.advance(122 * MINUTE);
    await stage.rest();
    const dues = [began + AFTER, beganToo + AFTER];
    return world.wrongs(/Still waiting/, dues, latest);
  });
}

/** A world in which something falls due. */
class RemindingWorld {
  constructor(private readonly stage: Stage) {}

  remindAfter(minutes: number): void {
    this.stage.world.slack.datastores.update("conversations", {
      id: "workspace",
      nudge_after: minutes,
      opens: 0,
      closes: 24,
    });
  }

  async text(number: string): Promise<void> {
    await this.stage.hands.ask("POST", `/phones/${number}/texts`, {
      to: this.stage.workspace.lines[0]?.number,
      body: "hello",
    });
  }

  /** A workflow puts the conversation off for a quarter of an hour. */
  putOff(number: string): Promise<void> {
    this.stage.world.slack
      .runStep("set_state", { number, state: "pending", hours: 0.25 })
      .catch(() => {});
    return Promise.resolve();
  }

  /** The state of the one conversation. */
  get state(): unknown {
    return this.stage.world.slack.datastores.all("conversations")
      .find(({ back_at }) => back_at)?.state;
  }

  /** What is wrong with what was said so: it was to be said once for each moment, and no later than so long after. */
  wrongs(words: RegExp, moments: number[], latest: number): string[] {
    const { messages } = this.stage.world.slack.workspace;
    const channel = this.stage.workspace.lines[0]?.channel_id ?? "";
    const said = messages.inChannel(channel)
      .filter(({ text }) => words.test(text))
      .map(({ ts }) => Number(ts) * SECOND);
    const wrongs = moments.filter((due) =>
      !said.some((at) => at >= due - SECOND && at <= due + latest)
    ).map((due) => `due at ${due}, and not said in time`);
    if (said.length !== moments.length) {
      wrongs.push(`said ${said.length} times`);
    }
    const failed = this.stage.world.slack.executions.all().filter(({ error }) =>
      error && !/^Killed|60 seconds/.test(error)
    );
    return [...wrongs, ...failed.map(({ error }) => `failed: ${error}`)];
  }
}
