import assert from "node:assert/strict";
import { addContacts } from "../support/address_book.ts";
import { story } from "../support/story.ts";

story(
  "Save Contact is a step: it adds a contact, and changes only what is given later",
  async ({ scene, dana, texts, maya }) => {
    const { outputs } = await scene.runStep("save_contact", {
      number: "(415) 555-0142",
      name: "Maya López",
      tags: "vip, north",
      notes: "likes tea",
    });
    assert.deepEqual(outputs, { saved: true, number: maya.number });
    await scene.runStep("save_contact", { number: maya.number, tags: "south" });
    const found = await scene.runStep("find_contact", {
      contact: "maya lopez",
    });
    assert.equal(found.outputs?.found, true);
    assert.equal(found.outputs?.number, maya.number);
    assert.equal(found.outputs?.tags, "south");
    assert.equal(found.outputs?.notes, "likes tea");
    assert.equal(found.outputs?.link, undefined, "nobody has texted yet");
    await maya.text("hello");
    const card = await texts.expectMessage(/Maya López/);
    await card.expectReply("hello");
    await card.reply(dana, "hi");
    await maya.expectText("hi");
  },
);

story(
  "a contact that cannot be saved or found completes with the reason",
  async ({ scene, dana, texts, maya, noah }) => {
    const unread = await scene.runStep("save_contact", { number: "nobody" });
    assert.equal(unread.outputs?.saved, false);
    assert.match(String(unread.outputs?.reason), /nobody/);
    const unnamed = await scene.runStep("save_contact", {
      number: maya.number,
    });
    assert.match(String(unnamed.outputs?.reason), /no name was given/);
    await addContacts(
      dana,
      texts,
      { name: "Maya Winter", number: maya.number },
      { name: "Noah Winter", number: noah.number },
    );
    const find = async (contact: string) =>
      (await scene.runStep("find_contact", { contact })).outputs;
    assert.match(String((await find("winter"))?.reason), /fits 2 contacts/);
    assert.match(String((await find("Zoë"))?.reason), /no contact called/);
    assert.equal((await find("Noah"))?.number, noah.number);
  },
);

story(
  "Find Contact says how it stands with a number, also with one that is not saved",
  async ({ scene, maya, texts }) => {
    const card = await maya.begins(texts, "hello");
    await maya.text("STOP");
    await card.expectReply("STOP");
    await maya.expectText(/unsubscribed/);
    await card.expectWords(/[Oo]pted out/);
    await scene.pass(2_000);
    const { outputs } = await scene.runStep("find_contact", {
      contact: maya.number,
    });
    assert.equal(outputs?.found, false);
    assert.match(String(outputs?.reason), /not saved/);
    assert.equal(outputs?.opted_out, true);
    assert.equal(outputs?.do_not_disturb, false);
    assert.match(String(outputs?.link), /^https:\/\//);
  },
);

story(
  "Assign Conversation is a step: the card says whose it is, and those who are concerned are told once",
  async ({ scene, maya, texts, general, will }) => {
    const card = await maya.begins(texts, "hello");
    const assign = () =>
      scene.runStep("assign_conversation", {
        number: maya.number,
        assignee: will.id,
        channel_id: general.id,
      });
    const { outputs } = await assign();
    assert.equal(outputs?.assigned, true);
    assert.match(String(outputs?.link), /^https:\/\//);
    await card.expectReply(
      new RegExp(`A workflow has assigned this to <@${will.id}>`),
    );
    await general.expectMessage(/A workflow has assigned you a conversation/);
    await card.expectWords(new RegExp(`Assigned to.*${will.id}`));
    await scene.pass(2_000);
    await assign();
  },
);

story(
  "Tag Conversation is a step: it adds tags, or replaces them",
  async ({ scene, maya, texts }) => {
    const card = await maya.begins(texts, "hello");
    const tag = async (tags: string, replaces = false) => {
      await scene.pass(2_000);
      const number = maya.number;
      return (await scene.runStep("tag_conversation", {
        number,
        tags,
        replaces,
      })).outputs;
    };
    assert.deepEqual(await tag("repairs"), { tagged: true, tags: "repairs" });
    assert.equal((await tag("bike, Repairs"))?.tags, "repairs, bike");
    await card.expectWords(/Tags.*repairs, bike/);
    assert.equal((await tag("done", true))?.tags, "done");
    await card.expectWords(/Tags.*done/);
    await card.expectNoWords(/repairs/);
  },
);

story(
  "Set State is a step: what it puts off comes back after the hours it gives",
  async ({ scene, maya, texts }) => {
    const card = await maya.begins(texts, "hello");
    const { outputs } = await scene.runStep("set_state", {
      number: maya.number,
      state: "Pending",
      hours: "2",
    });
    assert.deepEqual(outputs, { done: true });
    await card.expectUnpinned();
    await card.expectWords(/State.*Pending/);
    await scene.pass(3.2 * 3600_000);
    await card.expectReply(/was put off until now/);
    await card.expectPinned();
    await scene.runStep("set_state", { number: maya.number, state: "solved" });
    await card.expectWords(/State.*Solved/);
    await card.expectUnpinned();
  },
);

story(
  "a step that means no conversation, line or state completes with the reason",
  async ({ scene, maya, texts, will }) => {
    const refused = async (name: string, inputs: Record<string, unknown>) => {
      const { outputs } = await scene.runStep(name, inputs);
      return String(outputs?.reason);
    };
    const { number } = maya;
    const nobody = { number, assignee: will.id, tags: "x", state: "open" };
    for (
      const [name, keys] of [
        ["assign_conversation", ["number", "assignee"]],
        ["tag_conversation", ["number", "tags"]],
        ["set_state", ["number", "state"]],
      ] as const
    ) {
      const inputs = Object.fromEntries(
        Object.entries(nobody).filter(([key]) =>
          keys.some((each) => each === key)
        ),
      );
      assert.match(await refused(name, inputs), /no conversation with/);
      assert.match(
        await refused(name, { ...inputs, line: "+14155550199" }),
        /not one of the connected lines/,
      );
    }
    const card = await maya.begins(texts, "hello");
    const state = (state: string, hours?: number) =>
      refused("set_state", { number, state, hours });
    assert.match(await state("paused"), /“paused” is not a state/);
    assert.match(await state("solved", 3), /Only a pending/);
    assert.match(await state("pending", -3), /cannot come back/);
    await card.expectPinned();
  },
);
