import type { Channel } from "../support/channel.ts";
import { directWithMaya } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";
import type { Teammate } from "../support/teammate.ts";

const HOUR = 60 * 60 * 1000;

/** So many threads can be read once in one of Slack's minutes, and not twice. */
const MANY = 26;

/** So many cannot even be read once. */
const TOO_MANY = 55;

/** A teammate begins threads in a channel, and goes on in each. */
async function talk(
  channel: Channel,
  mate: Teammate,
  threads: number,
): Promise<void> {
  for (let each = 1; each <= threads; each++) {
    const note = await channel.post(mate, `note: and what of bike ${each}?`);
    await note.reply(mate, "note: it is in the workshop");
    await channel.scene.pass(10_000);
  }
}

story(
  "a text and its picture that no bell rang for are shown by catch-up, in however many threads a team talks in their channel",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own, top } = await directWithMaya(told);
    const mend = scene.cutBell();
    await maya.textWith([await maya.take("image/png", "x")], "look");
    await talk(own, dana, MANY);
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

story(
  "others are caught up with though one conversation takes more calls than Slack allows in a minute",
  async (told) => {
    const { scene, texts, dana, maya, noah } = told;
    const { own } = await directWithMaya(told);
    const card = await noah.begins(texts, "good morning");
    await talk(own, dana, TOO_MANY);
    const mend = scene.cutBell();
    await maya.text("look");
    await noah.text("are you there?");
    await scene.pass(HOUR + 60_000);
    mend();
    await card.expectReply("are you there?");
  },
);
