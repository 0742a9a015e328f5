import { openScene } from "../../support/open_scene.ts";
import { type Build, buildVirtualStage } from "../../support/stage.ts";
import { Phone } from "../../support/phone.ts";
import { type Story, tellStory } from "../../support/story.ts";
import { COMPARED } from "../comparison.ts";
import { type Measure, measure } from "../measure.ts";
import { FilledStore } from "./filled_store.ts";

/** What journeys cost when so many contacts and conversations are in the tables. */
export interface ScaleFigures {
  count: number;
  measures: Measure[];
  /** Calls of the hourly catch-up, by how many conversations somebody texted in since the last one. */
  catchUp: Record<number, number>;
  /** Calls until the dashboard shows, by how many contacts wait. */
  dashboard: Record<number, number>;
}

const LINE = "+14155550100";

/** How many conversations have something to be caught up with, or wait. */
const ACTIVE = [0, 1, 10, 30];

export async function scaleFigures(count: number): Promise<ScaleFigures> {
  const build: Build = (differences, begins) =>
    buildVirtualStage(
      { ...differences, store: new FilledStore(count, LINE) },
      begins,
    );
  const measures: Measure[] = [];
  for (const journey of COMPARED) measures.push(await measure(journey, build));
  const catchUp: Record<number, number> = {};
  const dashboard: Record<number, number> = {};
  for (const active of ACTIVE) {
    const scene = await openScene({}, build);
    await tellStory(scene, async (story) => {
      await textFrom(story, active);
      dashboard[active] = await callsOf(story, "clerk", async () => {
        const opened = await story.dana.openDashboard(story.texts);
        await opened.close();
      });
      await scene.pass(2 * 60_000);
      catchUp[active] = await callsOf(story, "catch_up", async () => {
        await scene.runStep("catch_up", {});
      });
    });
  }
  return { count, measures, catchUp, dashboard };
}

/** So many contacts text, and wait. */
async function textFrom({ scene, texts }: Story, many: number): Promise<void> {
  for (let at = 1; at <= many; at++) {
    const phone = new Phone(
      scene,
      `+1617555${String(100 + at).padStart(4, "0")}`,
    );
    await phone.is("on");
    await phone.begins(texts, "hi");
    // Pins are taken at twenty a minute.
    await scene.pass(4_000);
  }
}

/** How many calls a function makes meanwhile. */
async function callsOf(
  { scene }: Story,
  callback: string,
  deed: () => Promise<void>,
): Promise<number> {
  const before = scene.world.journal.since(0).length;
  await deed();
  return scene.world.journal.since(before)
    .filter(({ caller }) => caller.startsWith(`${callback} `)).length;
}

/** Where something costs more with many than with few, a sentence each. */
export function grown(few: ScaleFigures, many: ScaleFigures): string[] {
  const of = ({ measures, catchUp, dashboard }: ScaleFigures) => [
    ...measures.flatMap(({ journey, ...costs }) =>
      (["visible", "created", "settled", "calls", "runs"] as const)
        .map((column) => [`${journey}: ${column}`, costs[column]] as const)
    ),
    ...ACTIVE.flatMap((active) => [
      [`catch-up of ${active} conversations`, catchUp[active]] as const,
      [`dashboard with ${active} waiting`, dashboard[active]] as const,
    ]),
  ];
  const before = new Map(of(few));
  return of(many).flatMap(([what, cost]) =>
    (cost ?? 0) > (before.get(what) ?? 0)
      ? [
        `${what}: ${cost} with ${many.count}, ${
          before.get(what)
        } with ${few.count}`,
      ]
      : []
  );
}
