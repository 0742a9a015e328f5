import assert from "node:assert/strict";
import { story } from "../support/story.ts";

story(
  "a crowd of texts is shown in a minute though Slack takes only ten rings, each conversation in order",
  async ({ scene, maya, noah, isla, texts }) => {
    const phones = [maya, noah, isla];
    for (const words of ["one", "two", "three", "four", "five", "six"]) {
      for (const phone of phones) await phone.text(words);
    }
    await scene.pass(40_000);
    for (const number of [/0142/, /0171/, /0123/]) {
      const card = await texts.expectMessage(number);
      const said = await card.said();
      assert.deepEqual(said, ["one", "two", "three", "four", "five", "six"]);
      for (const words of said) await card.expectReply(words);
      await card.expectPinned();
    }
  },
);

story(
  "a text that rings while another run works off the line is shown by that run",
  async ({ scene, maya, noah, texts }) => {
    for (const words of ["one", "two", "three", "four", "five"]) {
      await maya.text(words);
    }
    await scene.pass(3_000);
    await noah.text("me too");
    const card = await texts.expectMessage(/0171/);
    await card.expectReply("me too");
    const crowd = await texts.expectMessage(/0142/);
    for (const words of ["one", "two", "three", "four", "five"]) {
      await crowd.expectReply(words);
    }
  },
);
