import assert from "node:assert/strict";
import { beginByForm } from "../support/begin_by_form.ts";
import {
  connect,
  getNumber,
  listenedTo,
  openBoard,
  pressAbout,
} from "../support/more_places.ts";
import { story } from "../support/story.ts";

const HOUR = 60 * 60 * 1000;
const SECOND = "+12025550110";

story(
  "where a form could not put its channel on the list of channels, the next one connects it, and replies there are texted",
  async ({ scene, texts, general, dana, maya }) => {
    const form = await dana.openSendForm(general);
    const mend = scene.wire.spoil("apps.datastore.update", "never there");
    const typed = { to: maya.number, channel: general.id, message: "hello" };
    const { errors } = await form.submit(typed);
    assert(errors, "the form says that it did not work");
    mend();
    const card = await beginByForm(dana, maya, general, "hello again");
    await texts.expectMessage(/New conversation with/);
    const reply = await card.reply(dana, "on my way");
    await maya.expectText("on my way");
    await reply.expectMarks("heavy_check_mark", "vibration_mode");
  },
);

story(
  "a channel that is on the list, and whose connection went no further, is made good by catch-up",
  async ({ scene, texts, general, dana, maya }) => {
    const mend = scene.wire.spoil(
      /^(apps\.datastore\.put|workflows\.triggers)/,
      "never there",
    );
    assert(await connect(dana, texts, general), "it did not work");
    mend();
    await scene.pass(HOUR);
    assert(listenedTo(scene).flat().includes(general.id));
    await general.post(dana, `send ${maya.number} hello`);
    await maya.expectText("hello");
    const card = await general.expectMessage(/New Conversation/);
    await card.expectReply("hello");
    await texts.expectMessage(/New conversation with/);
  },
);

story(
  "a line that could not be put on the list of lines is connected by the next try, and stands on the board",
  async ({ scene, texts, dana }) => {
    getNumber(scene, SECOND);
    const board = await openBoard(dana, texts);
    await pressAbout(board, "connect_this_line", SECOND);
    const form = await dana.expectModal("Connect a line");
    // Of what it writes anew, the channel gets through.
    const mend = scene.wire.spoil("apps.datastore.put", "never there", 1);
    const typed = { line: SECOND, name: "Front desk", channel: texts.id };
    const { errors } = await form.submit(typed);
    assert(errors, "the form says that it did not work");
    mend();
    assert.equal((await form.submit(typed)).errors, undefined);
    await dana.expectModal("Lines & channels", /Front desk.*come here/);
    const { datastores } = scene.world.slack;
    const numbers = datastores.all("lines").map(({ number }) => number);
    assert(numbers.includes(SECOND), "catch-up looks after it");
  },
);
