import assert from "node:assert/strict";
import { addContacts } from "../support/address_book.ts";
import {
  getNumber,
  makeChannel,
  openBoard,
  pressAbout,
} from "../support/more_places.ts";
import { story } from "../support/story.ts";

/** A second number of the account's. */
const DESK = "+12025550110";

story(
  "a first text that begins with a keyword begins its conversation where the rule says",
  async ({ maya, texts, general, dana }) => {
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("routing");
    const form = await dana.expectModal("Where texts go", /no rules yet/);
    const answer = await form.submit({
      word: "Rent",
      channel: general.id,
      idle: "",
    });
    assert.equal(answer.errors, undefined);
    await dana.expectModal("Where texts go", /begins with \*Rent\*/);
    await maya.text("rent: the heating is cold");
    await texts.expectMessage(/New conversation with/);
    const card = await general.expectMessage(/New Inbound/);
    await card.expectReply("rent: the heating is cold");
    await card.expectPinned();
    await card.reply(dana, "we are on our way");
    await maya.expectText("we are on our way");
    await maya.text("hello again");
    await card.expectReply("hello again");
  },
);

story(
  "a contact with a tag begins where the rule says, whoever writes first; others in the line's own channel",
  async ({ scene, maya, noah, isla, texts, general, dana }) => {
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("routing");
    const form = await dana.expectModal("Where texts go", /no rules yet/);
    await form.submit({
      by: "tag",
      word: "vip",
      channel: general.id,
      idle: "",
    });
    await dana.expectModal("Where texts go", /tagged \*vip\*/);
    await addContacts(
      dana,
      texts,
      { name: "Maya", number: maya.number, tags: "new, VIP" },
      { name: "Isla", number: isla.number, tags: "VIP" },
    );
    await maya.text("hi");
    await texts.expectMessage(/New conversation with/);
    await (await general.expectMessage(/New Inbound/)).expectReply("hi");
    await noah.begins(texts, "hello");
    await scene.runStep("send_text", { to: isla.number, message: "welcome" });
    await texts.expectMessage(/New conversation with/);
    await (await general.expectMessage(/New Conversation/)).expectReply(
      "welcome",
    );
    await isla.expectText("welcome");
  },
);

story(
  "where the app cannot get into the channel of a rule, the line's own channel takes the conversation",
  async ({ scene, maya, texts, general, dana }) => {
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("routing");
    const form = await dana.expectModal("Where texts go", /no rules yet/);
    const { channel } = await scene.surface.slack<{ channel: { id: string } }>(
      dana.token,
      "conversations.create",
      { name: "tenants" },
    );
    await scene.expectChannel("tenants");
    await form.submit({ word: "rent", channel: channel.id, idle: "" });
    await dana.expectModal("Where texts go", /begins with \*rent\*/);
    await scene.surface.slack(dana.token, "conversations.archive", {
      channel: channel.id,
    });
    await maya.begins(texts, "rent");
    assert.equal((await general.messages()).length, 0);
  },
);

story(
  "a rule is removed, and only admins change any",
  async ({ texts, general, dana, will, maya }) => {
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("routing");
    const form = await dana.expectModal("Where texts go", /no rules yet/);
    const without = await form.submit({ word: "rent", idle: "" });
    assert.match(without.errors?.channel ?? "", /Choose a channel/);
    await form.submit({ word: "rent", channel: general.id, idle: "30" });
    const saved = await dana.expectModal("Where texts go", /begins with/);
    assert.match(await saved.words(), /"initial_value":"30"/);
    const theirs = await will.openDashboard(texts);
    await theirs.click("routing");
    const look = await will.expectModal("Where texts go", /Only Clerk's/);
    assert.doesNotMatch(await look.words(), /route_remove/);
    await saved.click("route_remove");
    await dana.expectModal("Where texts go", /no rules yet/);
    await maya.begins(texts, "rent");
  },
);

story(
  "what is said counts for more than a tag, and a tag for more than the line; each line has its own conversation",
  async ({ scene, maya, texts, general, dana }) => {
    const tenants = await makeChannel(scene, dana, "tenants");
    const desk = await makeChannel(scene, dana, "desk");
    const dashboard = await dana.openDashboard(texts);
    await dashboard.click("routing");
    const form = await dana.expectModal("Where texts go", /no rules yet/);
    const tag = { by: "tag", word: "vip", channel: general.id, idle: "" };
    await form.submit(tag);
    const more = await dana.expectModal("Where texts go", /tagged \*vip\*/);
    await more.submit({
      ...tag,
      by: "keyword",
      word: "rent",
      channel: tenants.id,
    });
    await dana.expectModal("Where texts go", /begins with \*rent\*/);
    await dana.closeAll();
    getNumber(scene, DESK);
    const board = await openBoard(dana, texts);
    await pressAbout(board, "connect_this_line", DESK);
    const line = await dana.expectModal("Connect a line");
    await line.submit({ line: DESK, name: "Desk", channel: desk.id });
    await dana.expectModal("Lines & channels", /Desk.*come here/);
    await maya.text("hello", DESK);
    const plain = await desk.expectMessage(/New Inbound/);
    await plain.expectReply("hello");
    const contact = { name: "Maya", number: maya.number, tags: "vip" };
    await dana.closeAll();
    await addContacts(dana, texts, contact);
    await maya.text("rent is due");
    await texts.expectMessage(/New conversation with/);
    const said = await tenants.expectMessage(/New Inbound/);
    await said.expectReply("rent is due");
    await maya.text("and here", DESK);
    await plain.expectReply("and here");
    await said.reply(dana, "thank you");
    const { from } = await maya.expectText("thank you");
    assert.notEqual(from, DESK);
    assert.equal((await general.messages()).length, 0);
  },
);
