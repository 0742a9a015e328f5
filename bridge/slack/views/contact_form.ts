import * as z from "zod/mini";
import type { Contact } from "../../ports.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { shownText } from "../../sms/shown_text.ts";
import { mrkdwn, plain } from "../blocks.ts";
import { input, modal, type View } from "./modal.ts";

/** Which list lies under a form, and what it shows, so that it can be brought up to date. */
export interface Under {
  id: string;
  look: { search: string; cursor: string | null };
}

/** The form for a contact; an empty one adds one. */
export function contactForm(contact: Contact | null, under: Under): View {
  const written = (value: string | undefined) =>
    value ? { initial_value: value } : {};
  return modal(
    contact ? "Edit contact" : "Add contact",
    [
      input("name", "Name", {
        type: "plain_text_input",
        max_length: 100,
        ...written(contact?.name),
      }),
      input("number", "Phone number", {
        type: "plain_text_input",
        placeholder: plain("415 943 6084"),
        ...written(contact?.number),
      }),
      input("tags", "Tags", {
        type: "plain_text_input",
        placeholder: plain("customer, north"),
        ...written(contact?.tags.join(", ").slice(0, 3000)),
      }, { optional: true, hint: "With commas between." }),
      input("notes", "Notes", {
        type: "plain_text_input",
        multiline: true,
        ...written(contact?.notes),
      }, { optional: true, hint: "For your team only: never texted." }),
    ],
    {
      callback_id: "contact_form",
      submit: "Save",
      memory: { was: contact?.number ?? null, under },
    },
  );
}

/** Asks whether a contact is really to be deleted. */
export function deleteForm(contact: Contact, under: Under): View {
  const { number, name } = contact;
  const who = shownText(name);
  return modal(
    "Delete contact",
    [{
      type: "section",
      text: mrkdwn(
        `Delete ${who ? `*${who}*, ` : ""}${formatForPeople(number)}? ` +
          "The name, tags and notes go. Conversations stay, and so do an opt-out and Do Not Disturb.",
      ),
    }],
    {
      callback_id: "delete_contact",
      submit: "Delete",
      memory: { was: number, under },
    },
  );
}

const Value = z.object({ value: z.nullish(z.string()) });
const State = z.object({
  name: z.object({ name: Value }),
  number: z.object({ number: Value }),
  tags: z.object({ tags: Value }),
  notes: z.object({ notes: Value }),
});

/** What stands in the form's fields. */
export function readContactForm(values: unknown) {
  const { name, number, tags, notes } = z.parse(State, values);
  return {
    name: name.name.value ?? "",
    number: number.number.value ?? "",
    tags: tags.tags.value ?? "",
    notes: notes.notes.value ?? "",
  };
}

const Memory = z.object({
  was: z.nullable(z.string()),
  under: z.object({
    id: z.string(),
    look: z.object({ search: z.string(), cursor: z.nullable(z.string()) }),
  }),
});

/** Whom a form is about, and what lies under it. */
export function readFormMemory(
  { private_metadata }: { private_metadata?: string },
): z.infer<typeof Memory> {
  return z.parse(Memory, JSON.parse(private_metadata || "{}"));
}
