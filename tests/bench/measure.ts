import type { Message } from "../support/channel.ts";
import { openScene, type SceneOptions } from "../support/open_scene.ts";
import { type Build, buildVirtualStage } from "../support/stage.ts";
import { type Story, tellStory } from "../support/story.ts";
import { type RoundedCall, rounds } from "./rounds.ts";

/** What a journey cost the app: rounds of calls one after the other, and calls to both sides. */
export interface Measure {
  journey: string;
  /** The round with which its message stood in Slack; null where a person posted it. */
  visible: number | null;
  /** The round with which the carrier had its text; null for a text that came in. */
  created: number | null;
  /** All rounds, until every run was completed. */
  settled: number;
  calls: number;
  /** Runs of functions, and of workflows. */
  runs: number;
  workflows: number;
  /** Calls by method, the most frequent first. */
  methods: Record<string, number>;
}

/** A journey that can be measured: what goes before, and the act that counts. */
export interface MeasuredJourney {
  journey: string;
  /** How the scene differs from an ordinary one. */
  scene?: SceneOptions;
  /** What makes it visible where no message of the app's does. */
  visibleBy?: string;
  /** Does what is not measured. @returns the act that is; it resolves with the message that the app shows for it. */
  prepare(story: Story): Promise<() => Promise<Message | null>>;
}

/** Virtual milliseconds after which an act has surely no further effect. */
const AFTERMATH = 30_000;

/**
 * Plays a journey in a world of its own, and counts what the app called from the act on.
 * @param build what runs there: the product, unless told otherwise.
 */
export async function measure(
  { journey, prepare, scene: options, visibleBy }: MeasuredJourney,
  build: Build = buildVirtualStage,
): Promise<Measure> {
  const opened = await openScene(options, build);
  return await tellStory(opened, async (story) => {
    const { scene } = story;
    const { slack } = scene.world;
    const act = await prepare(story);
    await scene.pass(AFTERMATH);
    const { journal } = scene.world;
    const before = journal.since(0).length;
    const runsBefore = slack.executions.all().length;
    const workflowsBefore = slack.runs.all().length;
    const shown = await act();
    await scene.pass(AFTERMATH);
    const calls = rounds(journal.since(before));
    return {
      journey,
      visible: visibleBy
        ? roundOf(calls, ({ method }) => method === visibleBy)
        : shown && roundOf(calls, (call) => posted(call, shown)),
      created: roundOf(calls, ({ method }) => method === "POST /Messages"),
      settled: Math.max(0, ...calls.map(({ round }) => round)),
      calls: calls.length,
      runs: slack.executions.all().length - runsBefore,
      workflows: slack.runs.all().length - workflowsBefore,
      methods: byMethod(calls),
    };
  });
}

/** Whether a call posted that very message: its ts is the moment when the call took effect. */
function posted(
  { method, start, end }: RoundedCall,
  { ts }: Message,
): boolean {
  const at = Number(ts) * 1000;
  return method === "chat.postMessage" && start <= at && at <= (end ?? 0);
}

function roundOf(
  calls: RoundedCall[],
  is: (call: RoundedCall) => boolean,
): number | null {
  return calls.find(is)?.round ?? null;
}

function byMethod(calls: RoundedCall[]): Record<string, number> {
  const groups = Map.groupBy(calls, ({ method }) => method);
  return Object.fromEntries(
    [...groups].map(([method, { length }]) => [method, length] as const)
      .sort(([, one], [, other]) => other - one),
  );
}
