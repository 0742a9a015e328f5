import assert from "node:assert/strict";
import { askedStage } from "../rehearsal/asked_stage.ts";
import { openScene, type SceneOptions } from "./open_scene.ts";
import type { Scene } from "./scene.ts";
import { Channel } from "./channel.ts";
import { Phone } from "./phone.ts";
import { Teammate } from "./teammate.ts";

/** What a journey is told with. */
export interface Story {
  scene: Scene;
  /** `#texts`, the line's shared channel. */
  texts: Channel;
  general: Channel;
  dana: Teammate;
  will: Teammate;
  ana: Teammate;
  /** Phones of the United States, Canada and the United Kingdom, switched on. */
  maya: Phone;
  noah: Phone;
  isla: Phone;
  /** The line's number. */
  line: string;
}

/**
 * Tells one journey in a world of its own: the functions as they are deployed, an emulated Slack and carrier, and time
 * that only moves while somebody waits for something. What happens and nobody expected fails the test. In a
 * rehearsal the same journey is told with the functions' bundles, and in real time.
 */
export function story(
  title: string,
  tell: (story: Story) => Promise<void>,
  options: SceneOptions = {},
): void {
  Deno.test({
    name: title,
    async fn() {
      await tellStory(await openScene(options, askedStage()), tell);
    },
  });
}

/** Tells a journey in a scene, and closes it. @returns what it told. */
export async function tellStory<Told>(
  scene: Scene,
  tell: (story: Story) => Promise<Told>,
): Promise<Told> {
  try {
    const workspace = await scene.surface.workspace();
    const channel = (name: string) => new Channel(scene, workspace, name);
    const mate = (name: string) => new Teammate(scene, workspace, name);
    const phone = (at: number) => {
      const found = workspace.phones[at];
      assert(found, `there is no phone ${at}`);
      return new Phone(scene, found.number);
    };
    const told = await tell({
      scene,
      texts: channel("texts"),
      general: channel("general"),
      dana: mate("dana"),
      will: mate("will"),
      ana: mate("ana"),
      maya: phone(0),
      noah: phone(1),
      isla: phone(2),
      line: scene.line,
    });
    await scene.expectNothingElse();
    return told;
  } finally {
    await scene.close();
  }
}
