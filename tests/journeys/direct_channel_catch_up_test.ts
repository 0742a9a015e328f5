import assert from "node:assert/strict";
import { Channel, Message } from "../support/channel.ts";
import { beginByForm } from "../support/begin_by_form.ts";
import {
  archive,
  create,
  directWithMaya,
  MAYAS,
  mayaWaits,
} from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a reply under the old card whose refusal was never explained is explained by the next catch-up",
  async (told) => {
    const { scene, texts, dana } = told;
    const { card } = await directWithMaya(told);
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "hello?");
    mend();
    await scene.asApp("reactions.add", {
      channel: texts.id,
      timestamp: reply.ts,
      name: "x",
    });
    await scene.pass(HOUR + 60_000);
    await card.expectReply(/did not leave: the conversation goes on somewhere/);
    await reply.expectMarks("x");
  },
);

story(
  "a card that lost to another, and stands there still, is taken away after its conversation has got a channel",
  async (told) => {
    const { scene, texts, line, maya, dana } = told;
    const { card } = await directWithMaya(told);
    const { ts } = await scene.asApp<{ ts: string }>("chat.postMessage", {
      channel: texts.id,
      text: "a rival",
      metadata: {
        event_type: "clerk_card",
        event_payload: {
          conversation: `${line}:${maya.number}`,
          begun: "workflow",
        },
      },
    });
    // Somebody has written under it.
    const note = await scene.surface.slack<{ ts: string }>(
      dana.token,
      "chat.postMessage",
      {
        channel: texts.id,
        thread_ts: ts,
        text: "note: which one is it?",
      },
    );
    for (const each of [ts, note.ts]) scene.expected.add(texts.id + each);
    await scene.asApp("apps.datastore.put", {
      datastore: "places",
      item: {
        id: `${texts.id}:${ts}`,
        line,
        contact: maya.number,
        moved_to: `${texts.id}:${card.ts}`,
        moved_at: scene.clock.now(),
      },
    });
    await scene.pass(2 * HOUR + 60_000);
    const standing = (await texts.messages())
      .filter(({ metadata }) => metadata?.event_type === "clerk_card");
    assert.deepEqual(standing.map((each) => each.ts), [card.ts]);
  },
);

story(
  "what points to a card that lost, and is deleted, goes as well where the conversation has a channel",
  async (told) => {
    const { scene, texts, general, line, maya, noah, dana } = told;
    await beginByForm(dana, noah, general, "we close at six");
    await texts.expectMessage(/New conversation with/);
    const { own, top, card } = await directWithMaya(told);
    const conversation = `${line}:${maya.number}`;
    const post = (
      channel: string,
      event_type: string,
      more: Record<string, string>,
    ) =>
      scene.asApp<{ ts: string }>("chat.postMessage", {
        channel,
        text: "a rival",
        metadata: { event_type, event_payload: { conversation, ...more } },
      });
    const { ts } = await post(general.id, "clerk_card", { begun: "workflow" });
    await post(texts.id, "clerk_pointer", { card: `${general.id}:${ts}` });
    await dana.post(general, "note: which one is it?", ts);
    dana.delete(new Message(general, ts));
    scene.expected.add(general.id + ts);
    await scene.asApp("apps.datastore.put", {
      datastore: "places",
      item: {
        id: `${general.id}:${ts}`,
        line,
        contact: maya.number,
        moved_to: `${own.id}:${top.ts}`,
        moved_at: scene.clock.now(),
      },
    });
    await scene.pass(2 * HOUR + 60_000);
    const standing = (await texts.messages()).flatMap(({ metadata, ts }) =>
      metadata?.event_payload?.conversation === conversation ? [ts] : []
    );
    assert.deepEqual(standing, [card.ts]);
  },
);

story(
  "the old card is kept though its row names an earlier direct channel than the one its conversation has now",
  async (told) => {
    const { scene, texts, line, maya, dana } = told;
    const { own, top, card } = await directWithMaya(told);
    await archive(scene, dana.token, own);
    await maya.text("still there?");
    const question = await card.expectReply(/is archived/);
    await card.expectReply("still there?");
    await dana.pressButton(question, "create_channel");
    const again = `${MAYAS}-2`;
    const next = new Channel(scene, await scene.expectChannel(again), again);
    await next.expectMessage(/New/);
    await next.expectMessage(/What was said before/);
    await next.expectMessage("still there?");
    await card.expectReply(/goes on in/);
    await scene.pass(5_000);
    await scene.asApp("apps.datastore.update", {
      datastore: "places",
      item: {
        id: `${texts.id}:${card.ts}`,
        line,
        contact: maya.number,
        moved_to: `${own.id}:${top.ts}`,
      },
    });
    await scene.pass(2 * HOUR + 60_000);
    const bodies = (await card.replies()).map(({ text }) => text);
    assert.ok(bodies.includes("hi"), "what was said there stands");
  },
);

story(
  "what has waited longer than catch-up looks back goes along where the run that made the channel died before it did",
  async (told) => {
    const { scene } = told;
    const card = await mayaWaits(told);
    await scene.pass(6 * HOUR);
    const mend = scene.wire.spoil("GET /Messages", "never there");
    const { own, top } = await create(told, card);
    await scene.pass(60_000);
    mend();
    await scene.pass(HOUR);
    await own.expectMessage("hi");
    await top.expectPinned();
    await card.expectUnpinned();
    assert.ok(!(await card.said()).includes("hi"), "it stands there once");
  },
);

story(
  "a text that a run which died had put into the old thread, not knowing of the move, is texted by the next catch-up",
  async (told) => {
    const { scene, texts, maya, dana } = told;
    const { card } = await directWithMaya(told);
    const { ts } = await scene.asApp<{ ts: string }>("chat.postMessage", {
      channel: texts.id,
      thread_ts: card.ts,
      text: "your bike is ready",
      metadata: {
        event_type: "clerk_departure",
        event_payload: { by: dana.id, request: "Fx012345" },
      },
    });
    scene.expected.add(texts.id + ts);
    await scene.pass(HOUR + 60_000);
    await maya.expectText("your bike is ready");
    const copy = new Message(texts, ts, card.ts);
    await copy.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "a reply in the old thread that nobody heard of is refused by catch-up also when the direct channel is lost",
  async (told) => {
    const { scene, dana } = told;
    const { own, card } = await directWithMaya(told);
    const mend = scene.dropEvents();
    const reply = await card.reply(dana, "hello?");
    mend();
    await archive(scene, dana.token, own);
    await scene.pass(HOUR + 60_000);
    await card.expectReply(/did not leave: the conversation goes on somewhere/);
    await reply.expectMarks("x");
  },
);

story(
  "a picture that was never shown in the old thread comes there, though the channel that followed is archived",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const mend = scene.wire.spoil(
      "files.completeUploadExternal",
      "never there",
    );
    await maya.textWith([await maya.take("image/png", "x")], "look");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("look");
    await card.expectPinned();
    await card.reply(dana, "nice");
    await maya.expectText("nice");
    await card.expectUnpinned();
    const { own } = await create(told, card);
    await archive(scene, dana.token, own);
    await scene.pass(60_000);
    mend();
    await scene.pass(2 * HOUR);
    assert.equal(await card.expectFile("Picture"), "x");
  },
);

story(
  "what stands in a direct channel stays there though the conversation had another card there before",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, top, card } = await directWithMaya(told);
    await dana.pressButton(top, "move_back");
    await own.expectMessage(/goes on in/);
    await card.expectReply(/was in/);
    await scene.pass(5_000);
    const at = { channel: own.id, ts: top.ts };
    await scene.surface.slack(dana.token, "chat.delete", at);
    await create(told, card);
    await scene.pass(5_000);
    await maya.text("are you there?");
    await own.expectMessage("are you there?");
    await scene.pass(2 * HOUR);
    const texts = (await own.messages()).map(({ text }) => text);
    assert(texts.includes("are you there?"));
  },
);
