import assert from "node:assert/strict";
import { Channel } from "../support/channel.ts";
import { create, MAYAS, mayaWaits } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

story(
  "two who press at once get one channel, and nothing stands twice",
  async (told) => {
    const { scene, dana, will, maya, texts } = told;
    const card = await mayaWaits(told);
    await Promise.all([
      dana.pressButton(card, "create_channel"),
      will.pressButton(card, "create_channel"),
    ]);
    const own = new Channel(scene, await scene.expectChannel(MAYAS), MAYAS);
    await own.expectMessage(/New/);
    await scene.pass(60_000);
    const standing = (await own.messages()).map(({ text }) => text);
    assert.equal(standing.filter((text) => text === "hi").length, 1);
    assert.equal(standing.filter((text) => /^New/.test(text)).length, 1);
    await own.expectMessage("hi");
    await own.expectMessage(/What was said before/);
    await card.expectReply(/goes on in/);
    const { channels } = await scene.surface.workspace();
    const made = channels.filter(({ name }) => name.startsWith("sms-"));
    assert.equal(made.length, 1);
    await own.post(dana, "one of us");
    await maya.expectText("one of us");
    assert.equal((await texts.messages()).length, 1);
  },
);

story(
  "a channel of that name that is not ours gets no texts: the next name is taken",
  async (told) => {
    const { scene, will } = told;
    await scene.surface.slack(will.token, "conversations.create", {
      name: MAYAS,
    });
    await scene.expectChannel(MAYAS);
    const card = await mayaWaits(told);
    const { own } = await create(told, card, `${MAYAS}-2`);
    await own.expectMessage("hi");
  },
);

story(
  "a channel whose making never got to Slack is asked for again under the same name",
  async (told) => {
    const { scene } = told;
    const card = await mayaWaits(told);
    const { fetch } = scene.world;
    let asked = 0;
    scene.world.fetch = async (request) => {
      const isMaking = /conversations\.create/.test(request.url);
      if (isMaking && ++asked === 1) throw new TypeError("no connection");
      return await fetch(request);
    };
    const { own } = await create(told, card);
    await own.expectMessage("hi");
  },
);
