import assert from "node:assert/strict";
import { Store } from "../../emulator/store.ts";
import { openScene } from "../support/open_scene.ts";
import type { Scene } from "../support/scene.ts";
import { buildVirtualStage } from "../support/stage.ts";
import { tellStory } from "../support/story.ts";

const HOUR = 3_600_000;

/** Opens a scene whose world is kept in a file, and goes on where it was left. */
async function sceneIn(file: string, begins?: number): Promise<Scene> {
  const store = new Store(file);
  return await openScene(
    { begins },
    (differences, at) => buildVirtualStage({ ...differences, store }, at),
  );
}

/** Asks Maya something, starts everything again, and goes on. @returns what became of the step. */
async function askAcrossRestart(
  goOn: (scene: Scene, answer: () => Promise<void>) => Promise<void>,
): Promise<Record<string, unknown> | null | undefined> {
  const file = await Deno.makeTempFile({ suffix: ".db" });
  try {
    const first = await sceneIn(file);
    await tellStory(first, async ({ scene, maya, texts }) => {
      scene.beginStep("ask_and_wait", {
        number: maya.number,
        question: "Red or blue?",
        hours: "6",
      });
      await maya.expectText("Red or blue?");
      const card = await texts.expectMessage(/New Conversation/);
      await card.expectReply("Red or blue?");
      await scene.pass(60_000);
    });
    const second = await sceneIn(file, first.clock.now() + HOUR);
    for (const each of first.expected) second.expected.add(each);
    return await tellStory(second, async ({ scene, maya, texts }) => {
      await goOn(scene, async () => {
        await maya.text("Blue");
        const [card] = await texts.messages();
        assert(card);
        await scene.eventually("her answer in the thread", async () => {
          const { messages } = await scene.asObserver<
            { messages: { ts: string; text: string }[] }
          >("conversations.replies", { channel: texts.id, ts: card.ts });
          const found = messages.find(({ text }) => text === "Blue");
          if (found) scene.expected.add(texts.id + found.ts);
          return found;
        });
      });
      await scene.pass(10_000);
      const steps = scene.world.slack.executions.all()
        .filter(({ callback_id }) => callback_id === "ask_and_wait");
      assert.equal(steps.length, 1);
      return steps[0]?.outputs;
    });
  } finally {
    await Deno.remove(file);
  }
}

Deno.test("a question waits on when everything is started again: the answer reaches the workflow", async () => {
  const outputs = await askAcrossRestart((_, answer) => answer());
  assert.deepEqual(outputs, {
    answered: true,
    timed_out: false,
    answer: "Blue",
  });
});

Deno.test("a question that was asked before everything was started again is over in time", async () => {
  const outputs = await askAcrossRestart((scene) => scene.pass(8 * HOUR));
  assert.equal(outputs?.timed_out, true);
  assert.equal(outputs?.answered, false);
});
