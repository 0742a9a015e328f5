import type { JournalEntry } from "../../emulator/journal.ts";
import { openContacts, search } from "../support/address_book.ts";
import type { Modal } from "../support/modal.ts";
import { openScene } from "../support/open_scene.ts";
import { seedContacts } from "../support/seed_contacts.ts";
import { type Story, tellStory } from "../support/story.ts";

/** What something that people do with contacts costs. */
export interface ContactFigure {
  act: string;
  /** Virtual seconds until it is seen. */
  seconds: number;
  calls: Record<string, number>;
}

/** Whose name begins as the commonest do, and whose does not. */
const TYPED = ["jennifer smith", "zachary", "mary", "4242"];

/** What it costs to use the contacts when there are so many. */
export async function contactFigures(count: number): Promise<ContactFigure[]> {
  return await tellStory(await openScene(), async (story) => {
    const { scene, dana, texts } = story;
    const people = await seedContacts(scene.world.slack.datastores, count);
    await scene.pass(61_000);
    const figures: ContactFigure[] = [];
    const act = async (words: string, deed: () => Promise<unknown>) =>
      figures.push(await figure(story, words, deed));
    let list = await openContacts(dana, texts);
    await list.close();
    const dashboard = await dana.expectModal("Clerk");
    await act("open the list", async () => {
      await dashboard.click("contacts");
      list = await dana.expectModal("Contacts", /contacts_next/);
    });
    await act("go on to the next page", async () => {
      await list.click("contacts_next");
      await dana.expectModal("Contacts", /contacts_first/);
    });
    const [someone] = people.slice(-1);
    await act("find a name", () => search(list, someone?.name ?? ""));
    await act("find a number", () => search(list, someone?.number ?? ""));
    await act("go back to all", () => list.click("contacts_first"));
    await list.click("add_contact");
    const entry = await dana.expectModal("Add contact");
    await act("save a contact", async () => {
      await entry.submit({ name: "Mary Johnson", number: "+12015550199" });
      await dana.expectModal("Contacts", /Mary Johnson/);
    });
    await list.close();
    await act("open the send form", async () => {
      await dashboard.click("send_text");
      await dana.expectModal("Send Text");
    });
    const form = await dana.expectModal("Send Text");
    await form.click("send_to_contact");
    for (const typed of TYPED) {
      await scene.pass(60_000);
      figures.push(await costliestKey(story, form, typed));
    }
    return figures;
  });
}

/** A name or number typed letter by letter. @returns the key that cost most. */
async function costliestKey(
  story: Story,
  form: Modal,
  typed: string,
): Promise<ContactFigure> {
  const keys: ContactFigure[] = [];
  for (let length = 2; length <= typed.length; length++) {
    const words = typed.slice(0, length);
    keys.push(
      await figure(story, `type “${typed}”, at worst`, async () => {
        await form.suggestions("contact", words);
      }),
    );
  }
  keys.sort((one, other) => callsOf(other) - callsOf(one));
  const [worst] = keys;
  if (!worst) throw new Error("nothing was typed");
  return worst;
}

async function figure(
  { scene }: Story,
  act: string,
  deed: () => Promise<unknown>,
): Promise<ContactFigure> {
  const { journal } = scene.world;
  const before = journal.since(0).length;
  const begun = scene.clock.now();
  await deed();
  const seconds = (scene.clock.now() - begun) / 1000;
  const calls = journal.since(before)
    .filter(({ caller }) => caller.startsWith("clerk "));
  return { act, seconds, calls: byMethod(calls) };
}

/** How many calls there were in all. */
export function callsOf({ calls }: ContactFigure): number {
  return Object.values(calls).reduce((sum, each) => sum + each, 0);
}

function byMethod(calls: JournalEntry[]): Record<string, number> {
  const methods = Map.groupBy(calls, ({ method }) => method);
  return Object.fromEntries(
    [...methods].map(([method, them]) => [method, them.length]),
  );
}
