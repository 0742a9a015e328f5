import * as z from "zod/mini";
import type { Stage } from "./stage.ts";

const Contact = z.object({ number: z.string(), name: z.string() });
const Bucket = z.object({
  key: z.string(),
  entries: z.optional(z.array(z.string())),
});

const NAMES: Record<string, string> = {
  "+12005550101": "Ada Lovelace",
  "+12005550102": "Bob Marley",
  "+14155550142": "Maya Lopez",
};

/**
 * What is wrong with a world in which the contacts of `import_deaths.ts` have been imported.
 * @param asked how often the import was asked for.
 */
export function* wrongsOfImport(
  { world }: Stage,
  asked: number,
): Generator<string> {
  const { datastores, triggers, executions, workspace: slack } = world.slack;
  const contacts = datastores.all("contacts").map((each) =>
    z.parse(Contact, each)
  );
  const buckets = datastores.all("contact_index")
    .filter(({ key }) => key !== "import:").map((each) =>
      z.parse(Bucket, each)
    );
  if (contacts.length !== 3) yield `${contacts.length} contacts`;
  for (const [number, name] of Object.entries(NAMES)) {
    const saved = contacts.find((each) => each.number === number)?.name;
    if (saved !== name) yield `${number} is saved as ${saved}`;
    const copy = datastores.read("conversations", `name:${number}`)?.name;
    if (copy !== name) yield `${number} is called ${copy} by texts`;
    const filed = buckets.filter(({ entries = [] }) =>
      entries.includes(`${number}\t${name}`)
    );
    if (filed.length !== 3) yield `${name} is filed ${filed.length} times`;
  }
  const standing = datastores.read("conversations", "contact:+12005550102");
  if (!standing?.opted_out) yield "who opted out may be texted";
  const ledger = datastores.all("consents").length;
  if (ledger < 1 || ledger > asked) yield `${ledger} entries of consent`;
  const messages = slack.channels.all()
    .flatMap(({ id }) => [...slack.messages.inChannel(id)]);
  const cards = messages.filter(({ metadata }) =>
    metadata?.event_type === "clerk_card"
  );
  if (!JSON.stringify(cards).includes("Maya Lopez")) yield "a card has no name";
  const reports = messages.filter(({ text }) =>
    text.startsWith("Contacts from what you pasted")
  );
  // One that dies after the report and before it is written down reports again.
  if (reports.length < 1 || reports.length > asked + 1) {
    yield `${reports.length} reports`;
  }
  if (datastores.read("contact_index", "import:")) yield "it is not over";
  const left = triggers.all()
    .filter(({ definition }) => definition.name === "Import contacts");
  // One whose predecessor died when all was done finds nothing to do; the next import clears it away.
  if (left.length > 1) yield `${left.length} runs are left over`;
  for (const { callback_id, error } of executions.all()) {
    if (error && !/^Killed|60 seconds/.test(error)) {
      yield `${callback_id} failed: ${error}`;
    }
  }
}
