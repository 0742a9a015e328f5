import { directWithMaya } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

/** Together with the channel itself they can be read once in a minute, and not twice. */
const THREADS = 26;

story(
  "a text and its picture that no bell rang for are shown by catch-up, in however many threads a team talks in their channel",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, top } = await directWithMaya(told);
    const mend = scene.cutBell();
    await maya.textWith([await maya.take("image/png", "x")], "look");
    for (let each = 1; each <= THREADS; each++) {
      const note = await own.post(dana, `note: and what of bike ${each}?`);
      await note.reply(dana, "note: it is in the workshop");
      await scene.pass(10_000);
    }
    await scene.pass(HOUR + 60_000);
    mend();
    await own.expectMessage("look");
    const { ts } = await scene.eventually(
      "the picture",
      async () => (await own.messages()).find(({ files }) => files?.length),
    );
    scene.expected.add(own.id + ts);
    await top.expectPinned();
  },
);
