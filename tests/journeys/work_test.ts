import { story } from "../support/story.ts";

story(
  "who answers first is the assignee, and the card says so",
  async ({ maya, texts, dana, will }) => {
    await maya.text("hello");
    const card = await texts.expectMessage(/New Inbound/);
    await card.expectReply("hello");
    await card.reply(dana, "hi, this is Dana");
    await maya.expectText("hi, this is Dana");
    await card.expectWords(new RegExp(`Assigned to.*${dana.id}`));
    await card.expectWords(/State.*Open/);
    await card.reply(will, "and Will");
    await maya.expectText("and Will");
    await card.expectNoWords(new RegExp(`Assigned to[^}]*${will.id}`));
  },
);
