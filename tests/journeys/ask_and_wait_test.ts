import assert from "node:assert/strict";
import { story } from "../support/story.ts";

const HOUR = 3600_000;

story(
  "Ask and Wait is a step: it texts a question, and completes with the answer days later",
  async ({ scene, maya, texts }) => {
    const outcome = scene.beginStep("ask_and_wait", {
      number: maya.number,
      question: "Red or blue?",
      hours: 168,
    });
    await maya.expectText("Red or blue?");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("Red or blue?");
    await scene.passIdly(6 * 24 * HOUR);
    await maya.text("Blue, please");
    await card.expectReply("Blue, please");
    const { outputs } = await outcome();
    assert.deepEqual(outputs, {
      answered: true,
      timed_out: false,
      answer: "Blue, please",
    });
    await maya.text("or red");
    await card.expectReply("or red");
  },
);

story(
  "what was texted before the question is no answer, and what comes at once is one",
  async ({ scene, maya, texts }) => {
    const card = await maya.begins(texts, "hello");
    await scene.pass(2_000);
    const outcome = scene.beginStep("ask_and_wait", {
      number: maya.number,
      question: "Which bike?",
    });
    await maya.expectText("Which bike?");
    await maya.text("the red one");
    await card.expectReply("Which bike?");
    await card.expectReply("the red one");
    assert.equal((await outcome()).outputs?.answer, "the red one");
  },
);

story(
  "a question that nobody answers in time is over, and the next one can be asked",
  async ({ scene, maya, texts }) => {
    const ask = (question: string) =>
      scene.beginStep("ask_and_wait", {
        number: maya.number,
        question,
        hours: 2,
      });
    const first = ask("Still there?");
    await maya.expectText("Still there?");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("Still there?");
    await scene.pass(3.1 * HOUR);
    assert.deepEqual((await first()).outputs, {
      answered: false,
      timed_out: true,
      reason: "Nobody answered in time.",
    });
    const second = ask("And now?");
    await maya.expectText("And now?");
    await card.expectReply("And now?");
    await maya.text("yes");
    await card.expectReply("yes");
    assert.equal((await second()).outputs?.answer, "yes");
  },
);

story(
  "while one question is open another is refused, also of two that are asked at once",
  async ({ scene, maya, texts }) => {
    const ask = (question: string) =>
      scene.beginStep("ask_and_wait", { number: maya.number, question });
    const outcomes = [ask("One?"), ask("Two?")];
    const { body } = await maya.expectText(/^(One|Two)\?$/);
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply(body);
    await scene.pass(15_000);
    const late = (await ask("Three?")()).outputs;
    assert.equal(late?.answered, false);
    assert.match(String(late?.reason), /Another workflow has asked/);
    await maya.text("fine");
    await card.expectReply("fine");
    const ended = await Promise.all(outcomes.map((outcome) => outcome()));
    const answers = ended.map(({ outputs }) => outputs?.answer ?? null);
    assert.deepEqual(answers.sort(), ["fine", null]);
    await maya.expectNoText();
  },
);

story(
  "a question that is written down late does not take the place of one that was asked meanwhile",
  async ({ scene, maya, texts }) => {
    const ask = (question: string) =>
      scene.beginStep("ask_and_wait", { number: maya.number, question });
    const go = scene.wire.hold("apps.datastore.put");
    const late = ask("One?");
    await scene.pass(1_000);
    const first = ask("Two?");
    await maya.expectText("Two?");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("Two?");
    await scene.pass(5_000);
    go();
    const { outputs } = await late();
    assert.match(String(outputs?.reason), /Another workflow has asked/);
    await maya.text("fine");
    await card.expectReply("fine");
    assert.equal((await first()).outputs?.answer, "fine");
    await maya.expectNoText();
  },
);

story(
  "an answer whose ring was lost is found by catch-up",
  async ({ scene, maya, texts }) => {
    const outcome = scene.beginStep("ask_and_wait", {
      number: maya.number,
      question: "Monday?",
    });
    await maya.expectText("Monday?");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("Monday?");
    await scene.pass(60_000);
    const mend = scene.cutBell();
    await maya.text("Tuesday");
    await scene.pass(60_000);
    mend();
    await scene.pass(1.1 * HOUR);
    await card.expectReply("Tuesday");
    assert.equal((await outcome()).outputs?.answer, "Tuesday");
  },
);

story(
  "a question that a run which died had given up is answered, where it is asked again as if it had not been",
  async ({ scene, maya, texts, line }) => {
    const go = scene.wire.hold("chat.postMessage", 1);
    const outcome = scene.beginStep("ask_and_wait", {
      number: maya.number,
      question: "Red or blue?",
      hours: 2,
    });
    const card = await texts.expectMessage(/New Conversation/);
    const id = `${line}:${maya.number}`;
    const row = scene.world.slack.datastores.all("conversations")
      .find((each) => each.id === id);
    const [execution] = String(row?.asked).split(" ");
    await scene.asApp("apps.datastore.update", {
      datastore: "conversations",
      item: { id, asked_over: execution },
    });
    go();
    await maya.expectText("Red or blue?");
    await card.expectReply("Red or blue?");
    await scene.pass(10_000);
    await maya.text("blue");
    await card.expectReply("blue");
    await scene.pass(3 * HOUR);
    assert.equal((await outcome()).outputs?.answer, "blue");
  },
);

story(
  "a question that cannot be asked completes with the reason, and nobody waits",
  async ({ scene, maya, texts }) => {
    const ask = async (inputs: Record<string, unknown>) => {
      const number = maya.number;
      const given = { number, question: "Well?", ...inputs };
      const { outputs } = await scene.runStep("ask_and_wait", given);
      assert.equal(outputs?.answered, false);
      assert.equal(outputs?.timed_out, false);
      return String(outputs?.reason);
    };
    assert.match(await ask({ number: "nobody" }), /nobody/);
    assert.match(await ask({ hours: 169 }), /cannot wait for 169 hours/);
    assert.match(await ask({ question: " " }), /the message is empty/);
    await maya.is("opted_out");
    assert.match(await ask({}), /opted out/);
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("Well?");
    await card.expectReply(/opted out/);
    // The carrier knows whole seconds only: what comes in the second of a refusal may have come before it.
    await scene.pass(5_000);
    await maya.text("START");
    await card.expectReply("START");
    await maya.expectText(/subscribed/);
    await scene.pass(2_000);
    const outcome = scene.beginStep("ask_and_wait", {
      number: maya.number,
      question: "And now?",
    });
    await maya.expectText("And now?");
    await card.expectReply("And now?");
    await maya.text("now yes");
    await card.expectReply("now yes");
    assert.equal((await outcome()).outputs?.answer, "now yes");
  },
);

story(
  "a long answer is cut where Slack's strings end",
  async ({ scene, maya, texts }) => {
    const outcome = scene.beginStep("ask_and_wait", {
      number: maya.number,
      question: "Tell me all",
    });
    await maya.expectText("Tell me all");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("Tell me all");
    await scene.pass(20_000);
    const long = "語".repeat(1500);
    await maya.text(long);
    await card.expectReply(long);
    assert.equal((await outcome()).outputs?.answer, "語".repeat(1333));
  },
);
