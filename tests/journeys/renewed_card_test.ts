import { directWithMaya } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "an answer takes the pin off the card that a direct channel has by now, though the run that renewed it died",
  async (told) => {
    const { scene, line, dana, maya } = told;
    const { own, top } = await directWithMaya(told);
    for (const id of [own.id, `${own.id}:${top.ts}`]) {
      await scene.asApp("apps.datastore.update", {
        datastore: "places",
        item: {
          id,
          line,
          contact: maya.number,
          direct_card: "1790866000.000100",
        },
      });
    }
    await scene.pass(HOUR);
    await maya.text("are you there?");
    await own.expectMessage("are you there?");
    await top.expectPinned();
    await own.post(dana, "yes");
    await maya.expectText("yes");
    await top.expectUnpinned();
  },
);
