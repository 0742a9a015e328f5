import { openBoard, pressAbout } from "../support/more_places.ts";
import { type Story, story } from "../support/story.ts";

const TABLES = /^apps\.datastore\./;
const TROUBLE = /Slack or Twilio does not answer just now.*try again/;

/** Does something while no table answers, and expects to be told so in place of what it would show. */
async function inTrouble(
  { scene, dana }: Story,
  act: () => Promise<unknown>,
): Promise<void> {
  const mend = scene.wire.spoil(TABLES, "never there");
  await act();
  const trouble = await dana.expectModal("Clerk", TROUBLE);
  mend();
  await trouble.close();
}

story(
  "what cannot be shown of lines and channels is said",
  async (told) => {
    const { dana, texts, line } = told;
    const board = await openBoard(dana, texts);
    await inTrouble(told, () => pressAbout(board, "manage_line", line));
    await inTrouble(
      told,
      () => pressAbout(board, "manage_channel", texts.id),
    );
    await inTrouble(told, () => board.click("connect_channel"));
    await pressAbout(board, "manage_line", line);
    const form = await dana.expectModal("Line", /Take it off/);
    await inTrouble(told, () => form.click("take_off_line"));
    await dana.closeAll();
    const again = await openBoard(dana, texts);
    await pressAbout(again, "manage_channel", texts.id);
    const channel = await dana.expectModal("Channel", /text_addressed/);
    await inTrouble(told, () => channel.click("text_addressed"));
  },
);

story(
  "what cannot be shown of Do Not Disturb, or done to it, is said",
  async (told) => {
    const { dana, maya, texts } = told;
    const open = async () => {
      await dana.closeAll();
      await (await dana.openDashboard(texts)).click("do_not_disturb");
      return await dana.expectModal("Do Not Disturb", /dnd_add/);
    };
    const empty = await open();
    await empty.click("dnd_add");
    const form = await dana.expectModal("Do Not Disturb", /"why"/);
    await form.submit({ number: maya.number, why: "" });
    const list = await dana.expectModal("Do Not Disturb", /dnd_remove/);
    const about = `dnd ${maya.number}`;
    await inTrouble(told, () => list.act(about, "dnd_review", ""));
    await inTrouble(told, () => list.act(about, "dnd_remove", ""));
    await open();
    await dana.expectModal("Do Not Disturb", /dnd_remove/);
  },
);

story(
  "what cannot be shown of rules and of consent is said, and so is a file that cannot be had",
  async (told) => {
    const { dana, general, texts } = told;
    const open = async (way: string, title: string) => {
      await dana.closeAll();
      await (await dana.openDashboard(texts)).click(way);
      return await dana.expectModal(title, /"block_id"/);
    };
    const rules = await open("routing", "Where texts go");
    await rules.submit({ word: "rent", channel: general.id });
    const saved = await dana.expectModal("Where texts go", /Saved/);
    await inTrouble(told, () => saved.click("route_remove"));
    const ledger = await open("consents", "Consent");
    await inTrouble(
      told,
      () => ledger.act("consent_search", "consent_search", "415 555 0142"),
    );
    const again = await open("consents", "Consent");
    await inTrouble(told, () => again.click("export_consents"));
    const list = await open("contacts", "Contacts");
    await inTrouble(told, () => list.click("export_contacts"));
  },
);
