import * as z from "zod/mini";
import type { Contact } from "../../ports.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { shownText } from "../../sms/shown_text.ts";
import { type Block, mrkdwn, plain } from "../blocks.ts";
import { buttons, input, modal, note, type View } from "./modal.ts";

interface ListedContact extends Contact {
  optedOut: boolean;
  doNotDisturb: boolean;
}

/** Which part of the contacts is looked at. */
interface Look {
  search: string;
  cursor: string | null;
}

/** What the list shows. */
interface ContactPage {
  look: Look;
  contacts: ListedContact[];
  next: string | null;
  isCut: boolean;
}

/** The list of contacts. */
export function contactList(
  { look, contacts, next, isCut }: ContactPage,
): View {
  const search = look.search.trim();
  return modal(
    "Contacts",
    [
      buttons([
        ["add_contact", "Add contact"],
        ["import_contacts", "Import"],
        ["export_contacts", "Export"],
      ], true),
      input("contact_search", "Find", {
        type: "plain_text_input",
        ...(search ? { initial_value: look.search } : {}),
        placeholder: plain("A name, or the last digits of a number"),
        dispatch_action_config: { trigger_actions_on: ["on_enter_pressed"] },
      }, { dispatches: true, optional: true }),
      ...(contacts.length > 0
        ? contacts.map(contactBlock)
        : [{ type: "section", text: mrkdwn(emptyWords(look)) }]),
      ...(isCut
        ? [note("There are more than these: write more of the name.")]
        : []),
      ...pager(look, next),
    ],
    {
      callback_id: "contact_list",
      submit: "Find",
      close: "Back",
      memory: look,
    },
  );
}

function contactBlock(contact: ListedContact): Block {
  const { number, name, tags, optedOut, doNotDisturb } = contact;
  const words = [
    `*${shownText(name) || "(no name)"}*`,
    [
      formatForPeople(number),
      ...tags.map((tag) => `_${shownText(tag)}_`),
      ...(optedOut ? ["🚫 Opted out"] : []),
      ...(doNotDisturb ? ["🔕 Do Not Disturb"] : []),
    ].join(" · "),
  ];
  return {
    type: "section",
    // Tags may be many; Slack takes 3,000 characters.
    text: mrkdwn(words.join("\n").slice(0, 2900)),
    accessory: {
      type: "overflow",
      action_id: "contact_menu",
      options: [
        { text: plain("Edit"), value: `edit ${number}` },
        { text: plain("Text"), value: `text ${number}` },
        { text: plain("Consent"), value: `consent ${number}` },
        { text: plain("Do Not Disturb"), value: `disturb ${number}` },
        { text: plain("Delete…"), value: `delete ${number}` },
      ],
    },
  };
}

function emptyWords({ search, cursor }: Look): string {
  if (search.trim()) {
    return `Nobody is found by “${
      shownText(search.trim())
    }”. Try the beginning of a name, at least two letters, or the last digits of a number.`;
  }
  return cursor
    ? "There are no more contacts. Go back to the first page."
    : "There are no contacts yet. Press *Add contact*, or *Import* a list that you have as a CSV or vCard file.";
}

function pager({ search, cursor }: Look, next: string | null): Block[] {
  const elements = [
    ...(cursor || search.trim() ? [pageButton("contacts_first", "All")] : []),
    ...(next ? [pageButton("contacts_next", "More", next)] : []),
  ];
  if (elements.length === 0) return [];
  return [
    { type: "actions", elements },
    ...(next ? [note("There are more: find somebody above, or go on.")] : []),
  ];
}

function pageButton(action_id: string, text: string, value = ""): Block {
  return {
    type: "button",
    action_id,
    text: plain(text),
    ...(value ? { value } : {}),
  };
}

const Memory = z.object({
  search: z.string(),
  cursor: z.nullable(z.string()),
});

const State = z.object({
  contact_search: z.object({
    contact_search: z.object({ value: z.nullish(z.string()) }),
  }),
});

/** Where in the contacts an open list is. */
export function readLook({ private_metadata }: {
  private_metadata?: string;
}): Look {
  return z.parse(Memory, JSON.parse(private_metadata || "{}"));
}

/** What is to be looked for. */
export function readSearch(values: unknown): Look {
  const { contact_search } = z.parse(State, values);
  return { search: contact_search.contact_search.value ?? "", cursor: null };
}
