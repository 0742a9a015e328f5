import { directWithMaya } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;

story(
  "a text that somebody deletes in a direct channel before it arrives holds up nothing that is written after it",
  async (told) => {
    const { scene, dana, maya } = told;
    const { own } = await directWithMaya(told);
    await maya.is("off");
    const reply = await own.post(dana, "are you there?");
    const notice = await reply.expectReply(/switched off/);
    await reply.expectMarks("heavy_check_mark", "x");
    await maya.is("on");
    await dana.pressButton(notice, "retry");
    await reply.expectMarks("heavy_check_mark");
    dana.delete(reply);
    await maya.expectText("are you there?");
    const mend = scene.dropEvents();
    const next = await own.post(dana, "we close at six");
    mend();
    await scene.pass(HOUR + 60_000);
    await maya.expectText("we close at six");
    await next.expectMarks("heavy_check_mark", "vibration_mode");
  },
  { delays: { delivered: 20_000 } },
);
