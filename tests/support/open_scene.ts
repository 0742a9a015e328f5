import { demoSeed } from "../../emulator/demo_seed.ts";
import catchUp from "../../triggers/catch_up_scheduled.ts";
import { FrailWire } from "./frail_wire.ts";
import { Scene } from "./scene.ts";
import { type Build, buildVirtualStage } from "./stage.ts";

/** How a scene differs from an ordinary day. */
export interface SceneOptions {
  /** How Slack fills `message_ts` and `thread_ts` of a reply's event. */
  threadTimestamps?: "usual" | "swapped";
  /** Milliseconds after which the carrier reaches each status. */
  delays?: { delivered?: number };
  /** Milliseconds after which the carrier has the files of a text. */
  mediaDelay?: number;
  /** When it begins (milliseconds), where time is virtual. */
  begins?: number;
  /** Where it begins earlier than usual: what there is not yet, at Slack or at the carrier. */
  before?: "the first line" | "the first number";
}

/**
 * Opens a world on the morning after the line was connected.
 * @param build where it is played: in this process and in virtual time unless told otherwise.
 */
export async function openScene(
  options: SceneOptions = {},
  build: Build = buildVirtualStage,
): Promise<Scene> {
  const bell = { isCut: false };
  const deliveries = { copies: () => 1, skipsCatchUp: false };
  const wire = new FrailWire();
  const stage = await build({
    ...(options.before === "the first number" && {
      carrier: { ...demoSeed().carrier, lines: [] },
    }),
    delays: options.delays,
    mediaDelay: options.mediaDelay,
    over: (steady) => wire.over(steady),
    slack: {
      thread_ts_reading: options.threadTimestamps ?? "usual",
      deliveries: (kind: string, label: string) => {
        if (kind === "webhook" && bell.isCut) return [];
        if (deliveries.skipsCatchUp && label === catchUp.name) return [];
        const copies = kind === "event" ? deliveries.copies() : 1;
        return Array.from({ length: copies }, () => 30);
      },
    },
  }, options.begins);
  const scene = new Scene(stage, bell, deliveries, wire);
  try {
    await scene.begin(!options.before);
    return scene;
  } catch (error) {
    await scene.close();
    throw error;
  }
}
