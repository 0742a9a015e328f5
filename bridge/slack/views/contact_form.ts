import * as z from "zod/mini";
import type { Contact, Standing } from "../../ports.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { shownText } from "../../sms/shown_text.ts";
import { type Block, moment, mrkdwn, plain } from "../blocks.ts";
import { buttons, input, modal, note, type View } from "./modal.ts";
import { Under } from "./under.ts";

/** The form for a contact; an empty one adds one. @param standing whether they may be texted. */
export function contactForm(
  contact: Contact | null,
  under: Under,
  standing?: Standing,
): View {
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
      ...(standing ? standingBlocks(standing) : []),
    ],
    {
      callback_id: "contact_form",
      submit: "Save",
      memory: { was: contact?.number ?? null, under },
    },
  );
}

function standingBlocks(
  { optedOut, consentAt, doNotDisturb }: Standing,
): Block[] {
  const words = [
    ...(optedOut ? [`🚫 Opted out, ${moment(consentAt)}`] : []),
    ...(doNotDisturb
      ? [
        `🔕 On Do Not Disturb: ${shownText(doNotDisturb.by)} put them there, ${
          moment(doNotDisturb.at)
        }${doNotDisturb.why ? ` (“${shownText(doNotDisturb.why)}”)` : ""}`,
      ]
      : []),
  ];
  return [
    { type: "divider" },
    {
      type: "section",
      text: mrkdwn(words.join("\n") || "✅ They may be texted."),
    },
    buttons([
      ["contact_consent", "Consent"],
      ["contact_disturbance", "Do Not Disturb"],
    ]),
    note(
      "Either opens in place of this form: save first what you have changed.",
    ),
  ];
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
  under: Under,
});

/** Whom a form is about, and what lies under it. */
export function readFormMemory(
  { private_metadata }: { private_metadata?: string },
): z.infer<typeof Memory> {
  return z.parse(Memory, JSON.parse(private_metadata || "{}"));
}
