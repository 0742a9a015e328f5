import assert from "node:assert/strict";
import { consents, expectNoWayLeft } from "../support/consents.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a text that asks in its own words to be left alone is put to people, once, and changes nothing by itself",
  async ({ scene, maya, texts, dana }) => {
    scene.fireEventsTwice();
    const card = await maya.begins(texts, "please stop texting me");
    const note = await card.expectReply(/sounds as if they want no more/);
    await maya.text("I said leave me alone");
    await card.expectReply("I said leave me alone");
    await scene.pass(HOUR + 60_000);
    await card.expectNoWords(/Opted out/);
    await card.reply(dana, "Understood.");
    await maya.expectText("Understood.");
    assert.deepEqual(await consents(scene), []);

    await dana.pressButton(note, "consent");
    const form = await dana.expectModal("Consent", /may be texted/);
    const answer = await form.submit({ why: "it says so in the thread" });
    assert.equal(answer.errors, undefined);
    await card.expectWords(/Opted out/);
    await expectNoWayLeft(scene, maya, card, texts, dana);
    const [entry] = await consents(scene);
    assert.match(
      JSON.stringify(entry),
      /"opted out".*it says so in the thread/,
    );
    assert.match(JSON.stringify(entry), /"by":"dana"/i);
  },
);

story(
  "the note about an opt-out is made good by catch-up, and comes once however often a text is rung",
  async ({ scene, maya, texts }) => {
    const mend = scene.cutBell();
    const sid = await maya.text("take me off your list");
    await scene.pass(HOUR + 60_000);
    mend();
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("take me off your list");
    await card.expectReply(/sounds as if they want no more/);
    for (let times = 0; times < 2; times++) {
      await scene.ring("Inbound text", {
        message_sid: sid,
        from: maya.number,
        to: scene.line,
      });
    }
    await scene.pass(HOUR + 60_000);
    assert.equal((await card.replies()).length, 2);
  },
);
