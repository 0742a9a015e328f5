import assert from "node:assert/strict";
import { story } from "../support/story.ts";

const HOUR = 3_600_000;

story(
  "a workflow of all seven steps, each given text, some of it empty, and what those before it found out",
  async ({ scene, maya, texts, general, dana, will }) => {
    const run = async (step: string, inputs: Record<string, string>) => {
      await scene.pass(2_000);
      return (await scene.runStep(step, inputs)).outputs ?? {};
    };
    const saved = await run("save_contact", {
      number: "(415) 555-0142",
      name: "Maya López",
      tags: "",
      notes: "",
    });
    assert.equal(saved.saved, true);
    const found = await run("find_contact", { contact: "maya", line: "" });
    assert.equal(found.found, true);
    const number = String(found.number);
    const asked = scene.beginStep("ask_and_wait", {
      number,
      line: "",
      question: "Which bike?",
      hours: "2.5",
    });
    await maya.expectText("Which bike?");
    const card = await texts.expectMessage(/Maya López/);
    await card.expectReply("Which bike?");
    await scene.pass(HOUR);
    await maya.text("The red one");
    await card.expectReply("The red one");
    const answer = String((await asked()).outputs?.answer);
    const tagged = await run("tag_conversation", {
      number,
      line: "",
      tags: answer,
      replaces: "true",
    });
    assert.deepEqual(tagged, { tagged: true, tags: "The red one" });
    const assigned = await run("assign_conversation", {
      number,
      line: "",
      assignee: will.id,
      second_assignee: dana.id,
      channel_id: general.id,
    });
    assert.equal(assigned.assigned, true);
    await card.expectReply(/A workflow has assigned this to/);
    await general.expectMessage(/assigned you a conversation/);
    const sent = await run("send_text", {
      to: number,
      message: `${answer}: it is ready.`,
      line: "",
      sent_by: dana.id,
    });
    assert.equal(sent.sent, true);
    await maya.expectText("The red one: it is ready.");
    await card.expectReply("The red one: it is ready.");
    const done = await run("set_state", {
      number,
      line: "",
      state: " Pending ",
      hours: "0.5",
    });
    assert.deepEqual(done, { done: true });
    await card.expectWords(/State.*Pending/);
    await card.expectWords(new RegExp(`Assigned to.*${will.id}.*${dana.id}`));
    await scene.pass(1.6 * HOUR);
    await card.expectReply(/was put off until now/);
  },
);

story(
  "no step ends its workflow because Slack does not answer: each completes with the reason",
  async ({ scene, maya, texts, will }) => {
    await maya.begins(texts, "hello");
    await scene.pass(5_000);
    const number = maya.number;
    const steps: [string, Record<string, string>, string][] = [
      ["find_contact", { contact: number }, "found"],
      ["save_contact", { number, name: "Maya" }, "saved"],
      ["tag_conversation", { number, tags: "x" }, "tagged"],
      ["assign_conversation", { number, assignee: will.id }, "assigned"],
      ["set_state", { number, state: "open" }, "done"],
      ["ask_and_wait", { number, question: "Well?" }, "answered"],
      ["send_text", { to: number, message: "hi" }, "sent"],
    ];
    const mend = scene.wire.spoil(/^apps\.datastore\./, "never there");
    for (const [step, inputs, key] of steps) {
      const { outputs, error } = await scene.runStep(step, inputs);
      assert.equal(error, undefined, step);
      assert.equal(outputs?.[key], false, step);
      assert.match(String(outputs?.reason), /did not answer/, step);
    }
    mend();
    await maya.expectNoText();
  },
);
