import { archive, create, mayaWaits } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "who was answered in a direct channel that is archived now does not wait in the old thread, where a run that died left the pin",
  async (told) => {
    const { scene, texts, dana, maya } = told;
    const card = await mayaWaits(told);
    const { own } = await create(told, card);
    await own.expectMessage("hi");
    await scene.pass(5_000);
    const spot = { channel: texts.id, timestamp: card.ts };
    await scene.asApp("pins.add", spot);
    await own.post(dana, "hello");
    await maya.expectText("hello");
    await scene.pass(20_000);
    await archive(scene, dana.token, own);
    await scene.pass(HOUR + 60_000);
    await card.expectUnpinned();
  },
);
