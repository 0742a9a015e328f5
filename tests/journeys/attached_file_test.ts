import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a reply with a file is not texted without it: nothing leaves, and the reason is said",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    for (const words of ["see the plan", undefined]) {
      const reply = await dana.postFile(texts, "plan.pdf", words, card.ts);
      await card.expectReply(/cannot be texted yet.*Write the words alone/);
      await reply.expectMarks("x");
    }
    await maya.expectNoText();
    await card.expectPinned();
  },
);

story(
  "a note to colleagues may carry a file",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const note = await dana.postFile(
      texts,
      "plan.pdf",
      "note: the plan",
      card.ts,
    );
    await note.expectMarks("lock");
    await maya.expectNoText();
  },
);

story(
  "a send line with a file is not texted without it, and its author is told",
  async ({ maya, texts, dana }) => {
    const words = "send 4155550142 see the plan";
    const line = await dana.postFile(texts, "plan.pdf", words);
    await line.expectMarks("x");
    await dana.expectWhisper(/cannot be texted yet/);
    await maya.expectNoText();
  },
);

story(
  "a reply with a file that no event was fired for is refused by the next catch-up",
  async ({ scene, maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const mend = scene.dropEvents();
    const reply = await dana.postFile(texts, "plan.pdf", undefined, card.ts);
    mend();
    await scene.pass(HOUR + 60_000);
    await card.expectReply(/cannot be texted yet/);
    await reply.expectMarks("x");
    await maya.expectNoText();
  },
);
