import assert from "node:assert/strict";
import { sleep } from "../../emulator/clock.ts";
import type { Scene } from "../support/scene.ts";
import { story } from "../support/story.ts";

const HOUR = 3_600_000;

const WRITINGS = [
  "send 4155550142 Hello 😃 from the shop",
  "send #4155550142 Hello 😃 from the shop",
  "Send (415) 555-0142 Hello 😃 from the shop",
  "send +1 415 555 0142 Hello 😃 from the shop",
  "SEND <tel:+14155550142|415-555-0142> Hello :smiley: from the shop",
];
for (const line of WRITINGS) {
  story(
    `"${line.slice(0, 30)}…" is texted at once`,
    async ({ maya, texts, dana }) => {
      const typed = await texts.post(dana, line);
      await maya.expectText("Hello 😃 from the shop");
      const card = await texts.expectMessage(/New Conversation.*415-555-0142/);
      const copy = await card.expectReply(/from the shop/);
      await copy.expectMarks("heavy_check_mark", "vibration_mode");
      await typed.expectMarks("heavy_check_mark", "vibration_mode");
    },
  );
}

story(
  "a line to someone we know goes to their thread",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await texts.post(dana, "send 4155550142 your bike is ready");
    await maya.expectText("your bike is ready");
    await card.expectReply("your bike is ready");
    assert.equal((await texts.messages()).length, 2);
  },
);

const BAD = [
  ["send 415555 hello", /415555/],
  ["send 4155550142", /message/i],
  ["send +1 415 555 01423 77 hello", /./],
] as const;
for (const [line, why] of BAD) {
  story(
    `"${line}" is answered with what is wrong and an example, to its author only`,
    async ({ maya, texts, dana, will }) => {
      await texts.post(dana, line);
      const { text } = await dana.expectWhisper(why);
      assert.match(text, /send 4159436084 Hello|like|example/i);
      assert.deepEqual(await will.whispers(), []);
      await maya.expectNoText();
      assert.equal((await texts.messages()).length, 1);
    },
  );
}

story(
  "talk that only begins like a command is left alone",
  async ({ texts, dana, maya }) => {
    await texts.post(dana, "send me the file please");
    await texts.post(dana, "sending it now");
    await maya.expectNoText();
    assert.deepEqual(await dana.whispers(), []);
  },
);

story(
  "a country that is not switched on is refused by name, and nothing is sent",
  async ({ texts, dana }) => {
    await texts.post(dana, "send +33 6 12 34 56 78 bonjour");
    await dana.expectWhisper(/not switched on.*admin/);
    assert.equal((await texts.messages()).length, 1);
  },
);

story("the line's own number is refused", async ({ texts, dana, line }) => {
  await texts.post(dana, `send ${line} hello me`);
  await dana.expectWhisper(/this line's own number/);
});

story(
  "a line that is fired twice is texted once",
  async ({ scene, maya, texts, dana }) => {
    scene.fireEventsTwice();
    await texts.post(dana, "send 4155550142 only once");
    await maya.expectText("only once");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("only once");
    await scene.pass(20_000);
    assert.equal((await card.replies()).length, 1);
    assert.equal((await texts.messages()).length, 2);
    await maya.expectNoText();
  },
);

story(
  "a line that is fired twice is texted once, though the card is deleted and another begun between",
  async ({ scene, maya, texts, dana }) => {
    const old = await maya.begins(texts, "hi");
    scene.fireEventsTwice();
    // One run knows of the old card and waits; the other begins once there is another.
    const first = scene.wire.hold("conversations.history");
    const second = scene.wire.hold("apps.datastore.get", 1);
    await texts.post(dana, "send 4155550142 only once");
    await scene.pass(2_000);
    await dana.delete(old);
    await maya.text("are you there?");
    const card = await texts.expectMessage(/0142/);
    await card.expectReply("hi");
    await card.expectReply("are you there?");
    second();
    await maya.expectText("only once");
    await card.expectReply("only once");
    first();
    await scene.pass(20_000);
    await maya.expectNoText();
  },
);

story(
  "a line that is fired twice is texted once, though the card that one run has opened is deleted before the other goes on",
  async ({ scene, maya, texts, dana }) => {
    scene.fireEventsTwice();
    const goesOn = scene.wire.hold("conversations.history");
    await texts.post(dana, "send 4155550142 only once");
    await maya.expectText("only once");
    const old = await texts.expectMessage(/New Conversation/);
    const copy = await old.expectReply("only once");
    await copy.expectMarks("heavy_check_mark", "vibration_mode");
    await dana.delete(old);
    await maya.text("are you there?");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("are you there?");
    goesOn();
    await scene.pass(20_000);
    await maya.expectNoText();
    assert.equal((await card.replies()).length, 1);
  },
);

story(
  "a second copy of a line, whose run died before it could take it away, is taken away and not texted",
  async ({ scene, maya, texts, dana }) => {
    await texts.post(dana, "send 4155550142 only once");
    await maya.expectText("only once");
    const card = await texts.expectMessage(/New Conversation/);
    const copy = await card.expectReply("only once");
    await copy.expectMarks("heavy_check_mark", "vibration_mode");
    await postAgain(scene, texts.id, card.ts, copy.ts);
    await scene.pass(HOUR);
    assert.equal((await card.replies()).length, 1);
    await maya.expectNoText();
  },
);

story(
  "a line to somebody whose card was deleted, with all that stood under it, begins the conversation anew",
  async ({ maya, texts, dana }) => {
    await texts.post(dana, "send 4155550142 your bike is ready");
    await maya.expectText("your bike is ready");
    const card = await texts.expectMessage(/New Conversation/);
    const copy = await card.expectReply("your bike is ready");
    await copy.expectMarks("heavy_check_mark", "vibration_mode");
    await dana.delete(card);
    await dana.delete(copy);
    await texts.post(dana, "send 4155550142 we close at six");
    await maya.expectText("we close at six");
    const next = await texts.expectMessage(/New Conversation/);
    await next.expectReply("we close at six");
    await maya.text("on my way");
    await next.expectReply("on my way");
  },
);

story(
  "a line written before a text came does not answer it, though it came to stand later, under a card that was deleted",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    await card.reply(dana, "hello");
    await maya.expectText("hello");
    await scene.pass(5_000);
    await dana.delete(card);
    const { fetch } = scene.world;
    scene.world.fetch = async (request) => {
      const words = await request.clone().text();
      const isCopy = /chat\.postMessage/.test(request.url) &&
        /clerk_departure/.test(words);
      if (isCopy) await sleep(scene.clock, 3_000);
      return await fetch(request);
    };
    await texts.post(dana, `send ${maya.number} we close at six`);
    await maya.text("are you open?");
    const next = await texts.expectMessage(/New Inbound/);
    await next.expectReply("are you open?");
    await maya.expectText("we close at six");
    await card.expectReply("we close at six");
    await next.expectPinned();
    await scene.pass(2 * 3_600_000);
    await next.expectPinned();
  },
);

/** Posts a copy once more and claims it, as another run of its line would, and does no more. */
async function postAgain(
  scene: Scene,
  channel: string,
  threadTs: string,
  copyTs: string,
): Promise<void> {
  const { messages } = await scene.asApp<{
    messages: {
      ts: string;
      text: string;
      blocks: unknown;
      metadata: unknown;
    }[];
  }>("conversations.replies", {
    channel,
    ts: threadTs,
    include_all_metadata: true,
  });
  const copy = messages.find(({ ts }) => ts === copyTs);
  assert(copy);
  const { text, blocks, metadata } = copy;
  const { ts } = await scene.asApp<{ ts: string }>("chat.postMessage", {
    channel,
    thread_ts: threadTs,
    text,
    blocks,
    metadata,
  });
  await scene.asApp("reactions.add", {
    channel,
    timestamp: ts,
    name: "hourglass_flowing_sand",
  });
}
