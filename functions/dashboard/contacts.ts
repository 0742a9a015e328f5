import * as z from "zod/mini";
import { contactOf, saveTyped } from "../../bridge/contacts/contact_form.ts";
import { deleteContact } from "../../bridge/contacts/delete_contact.ts";
import { Outage } from "../../bridge/refusal.ts";
import {
  contactForm,
  deleteForm,
  readContactForm,
  readFormMemory,
} from "../../bridge/slack/views/contact_form.ts";
import { readLook, readSearch } from "../../bridge/slack/views/contact_list.ts";
import { contactOption } from "../../bridge/slack/views/contact_option.ts";
import { troubleView } from "../../bridge/slack/views/modal.ts";
import { nobody } from "../../bridge/slack/views/send_form.ts";
import { type E164, isE164 } from "../../bridge/sms/e164.ts";
import { allEnds } from "../all_ends.ts";
import { carriedOut } from "../carried_out.ts";
import { windows } from "../ends.ts";
import { consentView, disturbView } from "./contact_standing.ts";
import type { Dashboard } from "./dashboard.ts";
import { fill, pushFilled } from "./fill.ts";
import { list, refreshList } from "./listed_contacts.ts";
import { emptyForm, sendersFor } from "./sending.ts";

type Context = Parameters<typeof allEnds>[0];

/** What can be done about somebody in the list, and what the modal is called in which it is done. */
const TITLES = {
  edit: "Edit contact",
  text: "Send Text",
  consent: "Consent",
  disturb: "Do Not Disturb",
  delete: "Delete contact",
};

/** Hears Contacts: the list, and the forms that add, change and delete. */
export function hearContacts(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler(
    "contacts",
    (context) => pushFilled(context, "Contacts", () => list(context)),
  );
  dashboard.addBlockActionsHandler("contact_search", async (context) => {
    const { view } = context.body;
    if (!view) return;
    const look = readSearch(view.state.values);
    await carriedOut(() => fill(context, view.id, () => list(context, look)));
  });
  dashboard.addViewSubmissionHandler("contact_list", async (context) => {
    const look = readSearch(context.view.state.values);
    const view = await list(context, look).catch(trouble);
    return { response_action: "update", view };
  });
  dashboard.addBlockActionsHandler(
    ["contacts_first", "contacts_next"],
    async (context) => {
      const { action, body: { view } } = context;
      if (!view) return;
      const look = { search: "", cursor: action.value || null };
      await carriedOut(() => fill(context, view.id, () => list(context, look)));
    },
  );
  dashboard.addBlockActionsHandler("add_contact", async (context) => {
    const { interactivity: { interactivity_pointer }, view } = context.body;
    if (!view) return;
    const form = contactForm(null, { id: view.id, look: readLook(view) });
    await carriedOut(() => windows(context).push(interactivity_pointer, form));
  });
  dashboard.addBlockActionsHandler("contact_menu", async (context) => {
    const { action, body: { view }, inputs: { channel_id } } = context;
    const chosen = readChoice(action);
    if (!chosen || !view) return;
    const { what, number } = chosen;
    const under = { id: view.id, look: readLook(view) };
    await pushFilled(context, TITLES[what], async () => {
      if (what === "consent") return await consentView(context, number, under);
      if (what === "disturb") return await disturbView(context, number, under);
      const { contact, standing } = await contactOf(allEnds(context), number);
      if (what === "edit") return contactForm(contact, under, standing);
      if (what === "delete") return deleteForm(contact, under);
      const senders = await sendersFor(context, channel_id);
      const to = { by: "contact" as const, contact: contactOption(contact) };
      return emptyForm(channel_id, { ...nobody(true), ...to }, senders);
    });
  });
  dashboard.addViewSubmissionHandler("contact_form", async (context) => {
    const { view, body } = context;
    const { was, under } = readFormMemory(view);
    const typed = readContactForm(view.state.values);
    const number = was && isE164(was) ? was : null;
    const done = await saveTyped(allEnds(context), typed, number, body.user.id);
    if ("errors" in done) return { response_action: "errors", ...done };
    const removed = number ?? undefined;
    await refreshList(context, under, { saved: done.saved, removed });
  });
  dashboard.addViewSubmissionHandler("delete_contact", async (context) => {
    const { view } = context;
    const { was, under } = readFormMemory(view);
    if (!was || !isE164(was)) return;
    try {
      await deleteContact(allEnds(context), was);
    } catch (error) {
      return { response_action: "update", view: trouble(error) };
    }
    await refreshList(context, under, { removed: was });
  });
}

const Choice = z.object({ selected_option: z.object({ value: z.string() }) });

function readChoice(
  action: unknown,
): { what: keyof typeof TITLES; number: E164 } | null {
  const { value } = z.parse(Choice, action).selected_option;
  const [what = "", number = ""] = value.split(" ");
  return isWhat(what) && isE164(number) ? { what, number } : null;
}

function isWhat(text: string): text is keyof typeof TITLES {
  return Object.hasOwn(TITLES, text);
}

function trouble(error: unknown) {
  if (!(error instanceof Outage)) throw error;
  console.error(error.message);
  return troubleView(
    "Slack does not answer just now. Please close this and try again in a minute.",
  );
}
