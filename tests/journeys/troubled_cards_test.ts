import assert from "node:assert/strict";
import type { Message } from "../support/channel.ts";
import { type Story, story } from "../support/story.ts";

const TABLES = /^apps\.datastore\./;
const TROUBLE = /Slack or Twilio does not answer just now.*try again/;

async function card({ maya, texts }: Story): Promise<Message> {
  const card = await maya.begins(texts, "hi");
  return card;
}

/** A card's buttons that open a form: its title, and under which field a failure stands. */
const FORMS: [button: string, title: string, field: string][] = [
  ["assign", "Assign", "assignees"],
  ["do_not_disturb", "Do Not Disturb", "why"],
  ["consent", "Consent", "why"],
];

for (const [button, title, field] of FORMS) {
  story(
    `the form behind a card's ${title} says when it cannot be filled, and when it cannot be saved`,
    async (told) => {
      const { scene, dana } = told;
      const waiting = await card(told);
      const mend = scene.wire.spoil(TABLES, "never there");
      await dana.pressButton(waiting, button);
      const trouble = await dana.expectModal("Clerk", TROUBLE);
      mend();
      await trouble.close();
      await dana.pressButton(waiting, button);
      const form = await dana.expectModal(title, /"type":"input"/);
      scene.wire.spoil(TABLES, "never there");
      if (button === "assign") {
        assert.deepEqual(await form.suggestions("tags", "vi"), []);
      }
      const { errors } = await form.submit({});
      assert.match(errors?.[field] ?? "", /answer|slow/);
    },
  );
}
