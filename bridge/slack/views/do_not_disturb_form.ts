import * as z from "zod/mini";
import type { Disturbed, Standing } from "../../ports.ts";
import { type E164, isE164 } from "../../sms/e164.ts";
import { formatForPeople } from "../../sms/readable_number.ts";
import { shownText } from "../../sms/shown_text.ts";
import { moment, mrkdwn, plain } from "../blocks.ts";
import { input, modal, type View } from "./modal.ts";
import { Under } from "./under.ts";

const TITLE = "Do Not Disturb";

const REASON = {
  type: "plain_text_input",
  max_length: 200,
  placeholder: plain("Sends the same offer every day"),
};

/** The form that adds somebody by their number. @param list the view that shows the list. */
export function addForm(list: string): View {
  return modal(TITLE, [
    input("number", "Phone number", {
      type: "plain_text_input",
      placeholder: plain("415 943 6084"),
    }),
    input("why", "Reason", REASON, {
      optional: true,
      hint: "Whoever tries to text them is shown it.",
    }),
  ], { callback_id: "dnd_add_form", submit: "Add", memory: { list } });
}

/** The form about one contact: it puts them on the list, or takes them off. @param under the list of contacts that lies under it. */
export function disturbForm(
  { contact, name }: Standing,
  listed: Disturbed | null,
  under?: Under,
): View {
  const number = formatForPeople(contact);
  const who = name ? `*${shownText(name)}* (${number})` : number;
  const about = (words: string) => ({ type: "section", text: mrkdwn(words) });
  if (!listed) {
    return modal(TITLE, [
      about(
        `Nothing that ${who} texts will be shown, and nothing can be texted to them, until somebody takes them off ` +
          "the list again. Blocked texts are counted, and can be looked at from the dashboard.",
      ),
      input("why", "Reason", REASON, { optional: true }),
    ], {
      callback_id: "disturb_no_more",
      submit: "Do not disturb",
      memory: { contact, under },
    });
  }
  const { by, at, why, blockedCount } = listed;
  return modal(TITLE, [
    about(
      `${who} is on Do Not Disturb: ${shownText(by)} put them there, ${
        moment(at)
      }${
        why ? ` (“${shownText(why)}”)` : ""
      }. Texts blocked since: ${blockedCount}.\n` +
        "Taken off, what they text from now on is shown, and they can be texted again.",
    ),
  ], {
    callback_id: "disturb_again",
    submit: "Take them off",
    memory: { contact, under },
  });
}

const Typed = z.object({ value: z.nullish(z.string()) });
const State = z.object({
  number: z.optional(z.object({ number: Typed })),
  why: z.object({ why: Typed }),
});

/** What stands in the fields of either form. */
export function readDoNotDisturbForm(
  values: unknown,
): { number: string; why: string } {
  const { number, why } = z.parse(State, values);
  return { number: number?.number.value ?? "", why: why.why.value ?? "" };
}

const OfContact = z.object({
  contact: z.custom<E164>((value) =>
    typeof value === "string" && isE164(value)
  ),
  under: z.optional(Under),
});

/** Whom a form is about, and what lies under it. */
export function contactIn(
  memory: string | undefined,
): z.infer<typeof OfContact> {
  return z.parse(OfContact, JSON.parse(memory ?? "{}"));
}

/** The view of the list that a form was opened from. */
export function listIn(memory: string | undefined): string {
  const OfList = z.object({ list: z.string() });
  return z.parse(OfList, JSON.parse(memory ?? "{}")).list;
}
