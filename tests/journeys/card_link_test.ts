import assert from "node:assert/strict";
import type { Message } from "../support/channel.ts";
import { story } from "../support/story.ts";

const HOUR = 3_600_000;

/** What the card's Open opens. */
async function openOf(card: Message): Promise<string | undefined> {
  const words = JSON.stringify(await card.seen());
  return /<([^|<>]+)\|Open>/.exec(words)?.[1];
}

story(
  "a card that waits gets its link with the next catch-up, and is drawn once for that",
  async ({ scene, maya, texts }) => {
    const card = await maya.begins(texts, "hello");
    assert.equal(await openOf(card), undefined);
    await scene.pass(1.1 * HOUR);
    const link = await openOf(card);
    const { permalink } = await scene.asObserver<{ permalink: string }>(
      "chat.getPermalink",
      { channel: texts.id, message_ts: card.ts },
    );
    assert.equal(link, `${permalink}?thread_ts=${card.ts}&cid=${texts.id}`);
    const edits = () =>
      scene.world.journal.since(0)
        .filter(({ method }) => method === "chat.update").length;
    const before = edits();
    await scene.pass(5 * HOUR);
    assert.equal(edits(), before);
  },
);

story(
  "whoever answers, solves or hides first brings the link with it; a folded card keeps it",
  async ({ maya, noah, texts, dana }) => {
    await maya.text("hello");
    const hers = await texts.expectMessage(/0142/);
    await hers.expectReply("hello");
    await hers.reply(dana, "hi");
    await maya.expectText("hi");
    await hers.expectWords(/\|Open>/);
    await noah.text("hello");
    const his = await texts.expectMessage(/0171/);
    await his.expectReply("hello");
    await dana.pressButton(his, "hide");
    await his.expectWords(/hidden.*\|Open>/);
    await his.expectPinned();
  },
);
