import { Message } from "../support/channel.ts";
import { archive, create, mayaWaits } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

story(
  "a send line to a contact whose card was deleted begins a new card, which says whose the conversation is now",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const old = await mayaWaits(told);
    const [hi] = await old.replies();
    await scene.pass(5_000);
    dana.delete(old);
    dana.delete(new Message(texts, hi?.ts ?? ""));
    await texts.post(dana, `send ${maya.number} we close at six`);
    await maya.expectText("we close at six");
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("we close at six");
    await card.expectWords(new RegExp(`Assigned to.*${dana.id}`));
    await card.expectWords(/State.{1,9}Open/);
  },
);

story(
  "a send line to a contact whose direct channel is archived goes to the old thread, whose card says whose the conversation is now",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const card = await mayaWaits(told);
    const { own } = await create(told, card);
    await own.expectMessage("hi");
    await archive(scene, dana.token, own);
    await texts.post(dana, `send ${maya.number} we close at six`);
    await maya.expectText("we close at six");
    await card.expectReply("we close at six");
    await card.expectReply(/is archived/);
    await card.expectWords(new RegExp(`Assigned to.*${dana.id}`));
    await card.expectWords(/State.{1,9}Open/);
  },
);
