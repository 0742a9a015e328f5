import * as z from "zod/mini";
import { saveTyped } from "../../bridge/contact_form.ts";
import { deleteContact } from "../../bridge/delete_contact.ts";
import {
  listContacts,
  type Look,
  type News,
} from "../../bridge/list_contacts.ts";
import type { Contact } from "../../bridge/ports.ts";
import { Outage, Refusal } from "../../bridge/refusal.ts";
import {
  contactForm,
  deleteForm,
  readContactForm,
  readFormMemory,
  type Under,
} from "../../bridge/slack/views/contact_form.ts";
import {
  contactList,
  readLook,
  readSearch,
} from "../../bridge/slack/views/contact_list.ts";
import { contactOption } from "../../bridge/slack/views/contact_option.ts";
import { troubleView } from "../../bridge/slack/views/modal.ts";
import { nobody, type Option } from "../../bridge/slack/views/send_form.ts";
import { type E164, isE164 } from "../../bridge/sms/e164.ts";
import { carriedOut } from "../carried_out.ts";
import type { Dashboard } from "../clerk.ts";
import { ends, windows } from "../ends.ts";
import { fill, pushFilled } from "./fill.ts";
import { emptyForm, sendersFor } from "./sending.ts";

type Context = Parameters<typeof ends>[0];

const FIRST_PAGE: Look = { search: "", cursor: null };

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
    const under = { id: view.id, look: readLook(view) };
    let senders: Option[] = [];
    const [title, make] = {
      edit: ["Edit contact", (it: Contact) => contactForm(it, under)] as const,
      delete: [
        "Delete contact",
        (it: Contact) => deleteForm(it, under),
      ] as const,
      text: ["Send Text", (it: Contact) => {
        const contact = contactOption(it);
        const recipient = { ...nobody(true), by: "contact" as const, contact };
        return emptyForm(channel_id, recipient, senders);
      }] as const,
    }[chosen.what];
    await pushFilled(
      context,
      title,
      async () => {
        senders = await sendersFor(context, channel_id);
        return make(await found(context, chosen.number));
      },
    );
  });
  dashboard.addViewSubmissionHandler("contact_form", async (context) => {
    const { view, body } = context;
    const { was, under } = readFormMemory(view);
    const typed = readContactForm(view.state.values);
    const number = was && isE164(was) ? was : null;
    const done = await saveTyped(ends(context), typed, number, body.user.id);
    if ("errors" in done) return { response_action: "errors", ...done };
    const removed = number ?? undefined;
    await refresh(context, under, { saved: done.saved, removed });
  });
  dashboard.addViewSubmissionHandler("delete_contact", async (context) => {
    const { view } = context;
    const { was, under } = readFormMemory(view);
    if (!was || !isE164(was)) return;
    try {
      await deleteContact(ends(context), was);
    } catch (error) {
      return { response_action: "update", view: trouble(error) };
    }
    await refresh(context, under, { removed: was });
  });
}

async function list(context: Context, look = FIRST_PAGE, news: News = {}) {
  return contactList(await listContacts(ends(context), look, news));
}

/** Brings the list that lies under a form up to date: what has been done must not fail for that. */
async function refresh(
  context: Context,
  { id, look }: Under,
  news: News,
): Promise<void> {
  await carriedOut(async () => {
    await windows(context).update(id, await list(context, look, news));
  });
}

async function found(context: Context, number: E164): Promise<Contact> {
  const contact = await ends(context).contacts.find(number);
  if (contact) return contact;
  throw new Refusal(
    "This contact has been deleted meanwhile.",
    "Close this and look at the list again.",
  );
}

const Choice = z.object({ selected_option: z.object({ value: z.string() }) });

function readChoice(
  action: unknown,
): { what: "edit" | "text" | "delete"; number: E164 } | null {
  const { value } = z.parse(Choice, action).selected_option;
  const [, what, number = ""] = /^(edit|text|delete) (.+)$/.exec(value) ?? [];
  if (!isE164(number)) return null;
  return what === "edit" || what === "text" || what === "delete"
    ? { what, number }
    : null;
}

function trouble(error: unknown) {
  if (!(error instanceof Outage)) throw error;
  console.error(error.message);
  return troubleView(
    "Slack does not answer just now. Please close this and try again in a minute.",
  );
}
