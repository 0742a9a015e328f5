import type { Message } from "../support/channel.ts";
import type { Story } from "../support/story.ts";
import type { MeasuredJourney } from "./measure.ts";

/** The journeys with a budget of their own. */
export const ANSWERED = "text in a conversation that was answered";
export const WAITING = "text in a conversation that waits";
export const NEW_CONTACT = "text from a new contact";
export const PICTURE = "picture in a conversation that was answered";
export const REPLY = "reply in the thread";
export const SEND_KNOWN = "send line to a known contact";
export const SEND_NEW = "send line to a new contact";
export const FORM = "form, sent to a new contact";

/** Every way in which a text comes or goes. */
export const MEASURED_JOURNEYS: MeasuredJourney[] = [
  {
    journey: ANSWERED,
    async prepare(story) {
      const card = await conversation(story);
      await card.reply(story.dana, "hello");
      await story.maya.expectText("hello");
      return () => textIn(story, card);
    },
  },
  {
    journey: WAITING,
    async prepare(story) {
      const card = await conversation(story);
      return () => textIn(story, card);
    },
  },
  {
    journey: PICTURE,
    async prepare(story) {
      const { maya, dana } = story;
      const card = await conversation(story);
      await card.reply(dana, "hello");
      await maya.expectText("hello");
      const picture = await maya.take("image/png", "a bicycle");
      return async () => {
        await maya.textWith([picture], "one more");
        const shown = await card.expectReply("one more");
        await card.expectFile("Picture");
        return shown;
      };
    },
  },
  {
    journey: NEW_CONTACT,
    prepare: ({ maya, texts }) =>
      Promise.resolve(async () => {
        await maya.text("hi");
        const card = await texts.expectMessage(/New Inbound/);
        return await card.expectReply("hi");
      }),
  },
  {
    journey: REPLY,
    async prepare(story) {
      const card = await conversation(story);
      return async () => {
        const reply = await card.reply(story.dana, "hello");
        await story.maya.expectText("hello");
        await reply.expectMarks("heavy_check_mark", "vibration_mode");
        return null;
      };
    },
  },
  {
    journey: SEND_KNOWN,
    async prepare(story) {
      const card = await conversation(story);
      return async () => {
        await story.texts.post(story.dana, "send 4155550142 ready");
        await story.maya.expectText("ready");
        return await card.expectReply("ready");
      };
    },
  },
  {
    journey: SEND_NEW,
    prepare: ({ maya, texts, dana }) =>
      Promise.resolve(async () => {
        await texts.post(dana, "send 4155550142 ready");
        await maya.expectText("ready");
        const card = await texts.expectMessage(/New Conversation/);
        return await card.expectReply("ready");
      }),
  },
  {
    journey: FORM,
    async prepare({ maya, texts, dana }) {
      const dashboard = await dana.openDashboard(texts);
      await dashboard.click("send_text");
      const form = await dana.expectModal("Send Text");
      return async () => {
        await form.submit({
          to: "415 555 0142",
          channel: texts.id,
          message: "ready",
        });
        await maya.expectText("ready");
        const card = await texts.expectMessage(/New Conversation/);
        return await card.expectReply("ready");
      };
    },
  },
];

/** A conversation that waits for an answer. */
export async function conversation({ maya, texts }: Story): Promise<Message> {
  const card = await maya.begins(texts, "hi");
  return card;
}

async function textIn({ maya }: Story, card: Message): Promise<Message> {
  await maya.text("one more");
  return await card.expectReply("one more");
}
