import assert from "node:assert/strict";
import {
  getNumber,
  makeChannel,
  openBoard,
  pressAbout,
} from "../support/more_places.ts";
import { story } from "../support/story.ts";

const SECOND = "+12025550110";
const ELSEWHERE = "https://studio.example.com/flow";

story(
  "a second number is found on the board, connected with a name, and rings here when it told nobody before",
  async ({ scene, texts, dana, maya }) => {
    getNumber(scene, SECOND);
    const support = await makeChannel(scene, dana, "support");
    const board = await openBoard(dana, texts);
    assert.match(await board.words(), /202-555-0110.*Not connected/);
    assert.doesNotMatch(await board.words(), /sends when no line/);
    await pressAbout(board, "connect_this_line", SECOND);
    const form = await dana.expectModal("Connect a line");
    const { errors } = await form.submit({
      line: SECOND,
      name: "Front desk",
      channel: support.id,
    });
    assert.equal(errors, undefined);
    await dana.expectModal("Lines & channels", /Front desk.*come here/);
    const number = scene.world.carrier.line(SECOND);
    assert.match(number?.sms_url ?? "", /\/ring#rc=5&rp=all$/);
    assert.equal(number?.sms_fallback_url, number?.sms_url);
    await maya.text("hello desk", SECOND);
    const card = await support.expectMessage(/New Inbound/);
    await card.expectReply("hello desk");
    await card.expectWords(/Front desk/);
    await card.reply(dana, "hello from the desk");
    const { from } = await maya.expectText("hello from the desk");
    assert.equal(from, SECOND);
  },
);

story(
  "a number that points elsewhere is pointed here only when somebody agrees, and is told what it pointed at",
  async ({ scene, texts, dana }) => {
    getNumber(scene, SECOND, { smsUrl: ELSEWHERE });
    const board = await openBoard(dana, texts);
    await pressAbout(board, "connect_this_line", SECOND);
    const form = await dana.expectModal("Connect a line");
    await form.submit({ line: SECOND, channel: texts.id });
    const offer = await dana.expectModal(
      "Connect a line",
      /is connected.*studio\.example\.com/,
    );
    assert.equal(scene.world.carrier.line(SECOND)?.sms_url, ELSEWHERE);
    await offer.click("point_line");
    await dana.expectModal("Line", /come here from now on/);
    assert.match(scene.world.carrier.line(SECOND)?.sms_url ?? "", /\/ring#/);
  },
);

story(
  "what somebody else pointed it at meanwhile is not written over",
  async ({ scene, texts, dana }) => {
    getNumber(scene, SECOND, { smsUrl: ELSEWHERE });
    const board = await openBoard(dana, texts);
    await pressAbout(board, "connect_this_line", SECOND);
    const form = await dana.expectModal("Connect a line");
    await form.submit({ line: SECOND, channel: texts.id });
    const offer = await dana.expectModal("Connect a line", /is connected/);
    const line = scene.world.carrier.line(SECOND);
    assert(line);
    scene.world.carrier.saveLine({ ...line, sms_url: "https://new.example" });
    await offer.click("point_line");
    await dana.expectModal("Clerk", /something else meanwhile/);
    assert.equal(
      scene.world.carrier.line(SECOND)?.sms_url,
      "https://new.example",
    );
  },
);

story(
  "a number for calls only is refused with the reason, and so is one that is not the account's",
  async ({ scene, texts, dana }) => {
    getNumber(scene, SECOND, { canText: false });
    const board = await openBoard(dana, texts);
    assert.match(await board.words(), /number for calls only/);
    await board.click("connect_line");
    const form = await dana.expectModal("Connect a line");
    const connect = async (line: string) =>
      (await form.submit({ line, channel: texts.id })).errors?.line ?? "";
    assert.match(await connect(SECOND), /cannot text/);
    assert.match(await connect("+12025550119"), /not a number of the Twilio/);
  },
);

story(
  "a line is renamed and moved: new conversations begin in the other channel, old ones stay",
  async ({ scene, texts, dana, maya, noah, line }) => {
    const support = await makeChannel(scene, dana, "support");
    const old = await maya.begins(texts, "hi");
    const board = await openBoard(dana, texts);
    await pressAbout(board, "manage_line", line);
    const form = await dana.expectModal("Line", /Take it off/);
    const { errors } = await form.submit({
      name: "Sales",
      channel: support.id,
    });
    assert.equal(errors, undefined);
    await dana.expectModal(
      "Lines & channels",
      /Sales.*is saved|is saved.*Sales/,
    );
    const card = await noah.begins(support, "hello");
    await card.expectWords(/Sales/);
    await maya.text("still here");
    await old.expectReply("still here");
    await old.reply(dana, "so are we");
    await maya.expectText("so are we");
  },
);

story(
  "with several lines the form asks which one sends, and the default may be another one",
  async ({ scene, texts, dana, maya, line }) => {
    getNumber(scene, SECOND);
    const board = await openBoard(dana, texts);
    await pressAbout(board, "connect_this_line", SECOND);
    const form = await dana.expectModal("Connect a line");
    await form.submit({ line: SECOND, name: "Front desk", channel: texts.id });
    const after = await dana.expectModal("Lines & channels", /Front desk/);
    await pressAbout(after, "manage_line", SECOND);
    const manage = await dana.expectModal("Line", /This line sends/);
    await manage.submit({
      name: "Front desk",
      channel: texts.id,
      usual: ["default"],
    });
    await dana.expectModal(
      "Lines & channels",
      /Front desk[^}]*sends when no line/,
    );
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("send_text");
    const send = await dana.expectModal("Send Text", /Front desk/);
    const { errors } = await send.submit({
      from: line,
      to: maya.number,
      channel: texts.id,
      message: "from the first line",
    });
    assert.equal(errors, undefined);
    const { from } = await maya.expectText("from the first line");
    assert.equal(from, line);
    const card = await texts.expectMessage(/New Conversation/);
    await card.expectReply("from the first line");
  },
);

story(
  "a line that is taken off shows nothing new and texts nothing; connected again, its conversations go on",
  async ({ scene, texts, dana, maya, line }) => {
    const card = await maya.begins(texts, "hi");
    const board = await openBoard(dana, texts);
    await pressAbout(board, "manage_line", line);
    const form = await dana.expectModal("Line", /Take it off/);
    await form.click("take_off_line");
    await dana.expectModal("Line", /is taken off/);
    await maya.text("anybody?");
    await scene.pass(2 * 60 * 60 * 1000);
    assert.equal((await card.replies()).length, 1);
    const reply = await card.reply(dana, "hello?");
    await card.expectReply(/not one of the connected lines/);
    await reply.expectMarks("x");
    await maya.expectNoText();
    await dana.press("Clerk", texts);
    const welcome = await dana.expectModal("Clerk", /Welcome to Clerk/);
    await welcome.click("connect_line");
    const again = await dana.expectModal("Connect a line");
    await again.submit({ line, channel: texts.id });
    await maya.text("back again");
    await card.expectReply("back again");
    await card.reply(dana, "welcome back");
    await maya.expectText("welcome back");
  },
);

story(
  "who changes what another admin has just taken off is told so",
  async ({ scene, texts, dana, will, line }) => {
    scene.world.slack.datastores.update("settings", {
      id: "workspace",
      admins: [dana.id, will.id],
    });
    const open = async (who: typeof dana) => {
      await pressAbout(await openBoard(who, texts), "manage_line", line);
      return await who.expectModal("Line", /Take it off/);
    };
    const stale = await open(will);
    const form = await open(dana);
    await form.click("take_off_line");
    await dana.expectModal("Line", /is taken off/);
    const { errors } = await stale.submit({ name: "X", channel: texts.id });
    assert.match(errors?.channel ?? "", /taken it off meanwhile/);
    await stale.click("take_off_line");
    await will.expectModal("Clerk", /not connected any more/);
  },
);

story(
  "who is no admin sees the board, and can change nothing",
  async ({ texts, will, line }) => {
    const board = await openBoard(will, texts);
    const words = await board.words();
    assert.match(words, /Only Clerk's admins may change/);
    assert.match(words, /Its texts come here/);
    assert.doesNotMatch(words, /manage_line|connect_line|manage_channel/);
    assert(words.includes(line.slice(-4)));
  },
);

story(
  "all pages of numbers are on the board, page by page",
  async ({ scene, texts, dana }) => {
    for (let each = 0; each < 60; each++) {
      getNumber(scene, `+120255501${String(40 + each).padStart(2, "0")}`);
    }
    const board = await openBoard(dana, texts);
    assert.doesNotMatch(await board.words(), /0199/);
    await board.click("board_page_on");
    await dana.expectModal("Lines & channels", /202-555-0199/);
  },
);
