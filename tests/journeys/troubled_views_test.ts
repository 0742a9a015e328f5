import assert from "node:assert/strict";
import { addContacts, openContacts } from "../support/address_book.ts";
import { type Story, story } from "../support/story.ts";

const TABLES = /^apps\.datastore\./;
const TROUBLE = /Slack or Twilio does not answer just now.*try again/;

/** Buttons of the dashboard, and what they lead to. */
const WAYS = [
  "contacts",
  "do_not_disturb",
  "consents",
  "lines",
  "routing",
  "usage",
  "teamwork",
  "settings",
];

story(
  "where Slack's tables do not answer, everything that the dashboard leads to says so, and what to do",
  async ({ scene, dana, texts }) => {
    const dashboard = await dana.openDashboard(texts);
    for (const way of WAYS) {
      const mend = scene.wire.spoil(TABLES, "never there");
      await dashboard.click(way);
      const view = await dana.expectModal("Clerk", TROUBLE);
      assert.match(await view.words(), /Nothing was changed/, way);
      mend();
      await view.close();
    }
    await dana.closeAll();
    scene.wire.spoil(TABLES, "never there");
    await dana.press("Clerk", texts);
    await dana.expectModal("Clerk", TROUBLE);
  },
);

story(
  "where Twilio does not answer, lines and usage say so",
  async ({ scene, dana, texts }) => {
    const dashboard = await dana.openDashboard(texts);
    for (
      const [way = "", call] of [["lines", /^GET \/IncomingPhone/], [
        "usage",
        /^GET \/Messages/,
      ]] as const
    ) {
      const mend = scene.wire.spoil(call, "never there");
      await dashboard.click(way);
      await (await dana.expectModal("Clerk", TROUBLE)).close();
      mend();
    }
  },
);

story(
  "the send form opens in time although nobody knows whether there are contacts or lines to choose",
  async ({ scene, maya, dana, texts }) => {
    const dashboard = await dana.openDashboard(texts);
    const mend = scene.wire.spoil(TABLES, "never there");
    await dashboard.click("send_text");
    const form = await dana.expectModal("Send Text", /"message"/);
    const typed = { to: maya.number, channel: texts.id, message: "hello" };
    const { errors } = await form.submit(typed);
    assert.match(errors?.message ?? "", /slow to answer.*look at the/);
    mend();
    assert.equal((await form.submit(typed)).errors, undefined);
    await maya.expectText("hello");
    await (await texts.expectMessage(/New Conversation/)).expectReply("hello");
  },
);

/** A form, how one comes to it, what is typed, and under which field its failure stands. */
interface Form {
  form: string;
  open(story: Story): Promise<void>;
  title: string;
  typed: (story: Story) => Record<string, unknown>;
  field: string;
}

const FORMS: Form[] = [
  {
    form: "a contact",
    title: "Add contact",
    open: async ({ dana, texts }) =>
      await (await openContacts(dana, texts)).click("add_contact"),
    typed: ({ maya }) => ({ name: "Maya", number: maya.number }),
    field: "number",
  },
  {
    form: "an import",
    title: "Import contacts",
    open: async ({ dana, texts }) =>
      await (await openContacts(dana, texts)).click("import_contacts"),
    typed: () => ({ pasted: "Maya,4155550142" }),
    field: "pasted",
  },
  {
    form: "Do Not Disturb",
    title: "Do Not Disturb",
    open: async ({ dana, texts }) => {
      await (await dana.openDashboard(texts)).click("do_not_disturb");
      const list = await dana.expectModal("Do Not Disturb", /Nobody is/);
      await list.click("dnd_add");
      await dana.expectModal("Do Not Disturb", /"why"/);
    },
    typed: ({ maya }) => ({ number: maya.number, why: "" }),
    field: "number",
  },
  {
    form: "the settings",
    title: "Settings",
    open: async ({ dana, texts }) => void await dana.openSettings(texts),
    typed: () => ({ plan: "pro" }),
    field: "admins",
  },
  {
    form: "how the team works together",
    title: "Teamwork",
    open: async ({ dana, texts }) =>
      await (await dana.openDashboard(texts)).click("teamwork"),
    typed: () => ({}),
    field: "nudge_after",
  },
  {
    form: "where texts go",
    title: "Where texts go",
    open: async ({ dana, texts }) =>
      await (await dana.openDashboard(texts)).click("routing"),
    typed: ({ general }) => ({ word: "sales", channel: general.id }),
    field: "word",
  },
  {
    form: "a line that is to be connected",
    title: "Connect a line",
    open: async ({ dana, texts }) => {
      await (await dana.openDashboard(texts)).click("lines");
      const board = await dana.expectModal("Lines & channels", /Connect/);
      await board.click("connect_line");
    },
    typed: ({ texts }) => ({ line: "+14155550111", channel: texts.id }),
    field: "line",
  },
  {
    form: "a channel that is to be connected",
    title: "Connect a channel",
    open: async ({ dana, texts }) => {
      await (await dana.openDashboard(texts)).click("lines");
      const board = await dana.expectModal("Lines & channels", /Connect/);
      await board.click("connect_channel");
    },
    typed: ({ general }) => ({ channel: general.id }),
    field: "channel",
  },
];

for (const { form, title, open, typed, field } of FORMS) {
  story(
    `a form that cannot be saved says so under a field, and all that was typed stays: ${form}`,
    async (told) => {
      const { scene, dana } = told;
      await open(told);
      const view = await dana.expectModal(title, /"type":"input"/);
      scene.wire.spoil(TABLES, "never there");
      const { errors } = await view.submit(typed(told));
      assert.match(
        errors?.[field] ?? "",
        /does not answer|slow to answer/,
      );
      await dana.expectModal(title);
    },
  );
}

story(
  "in an open list a page or a search that cannot be had is said, and so is what cannot be deleted or marked",
  async ({ scene, maya, dana, texts }) => {
    const entry = { name: "Maya", number: maya.number };
    const list = await addContacts(dana, texts, entry);
    const menu = ["Edit", "Text", "Consent", "Do Not Disturb", "Delete…"];
    for (const way of menu) {
      const mend = scene.wire.spoil(TABLES, "never there");
      await list.choose(/Maya/, way);
      await (await dana.expectModal("Clerk", TROUBLE)).close();
      mend();
    }
    await list.choose(/Maya/, "Delete…");
    const sure = await dana.expectModal("Delete contact");
    const mendDelete = scene.wire.spoil(TABLES, "never there");
    await sure.submit({});
    await (await dana.expectModal("Clerk", /does not answer just now/)).close();
    mendDelete();
    for (const way of ["Consent", "Do Not Disturb"]) {
      await list.choose(/Maya/, way);
      const form = await dana.expectModal(way, /Maya/);
      const mend = scene.wire.spoil(TABLES, "never there");
      const { errors } = await form.submit({});
      assert.match(errors?.why ?? "", /slow to answer/, way);
      mend();
      await form.close();
    }
    scene.wire.spoil(TABLES, "never there");
    await list.act("contact_search", "contact_search", "maya");
    await dana.expectModal("Clerk", TROUBLE);
  },
);
