import { findContacts } from "../../bridge/contacts/find_contacts.ts";
import { offeredLines } from "../../bridge/lines/offered_lines.ts";
import { Outage } from "../../bridge/refusal.ts";
import { lineOption } from "../../bridge/slack/views/connect_form.ts";
import { contactOption } from "../../bridge/slack/views/contact_option.ts";
import {
  nobody,
  type Option,
  readSendForm,
  type Recipient,
  sendForm,
} from "../../bridge/slack/views/send_form.ts";
import { askedFor, previewSend } from "../../bridge/texts/send_form.ts";
import { allEnds } from "../all_ends.ts";
import { carriedOut } from "../carried_out.ts";
import { windows } from "../ends.ts";
import type { Dashboard } from "./dashboard.ts";

type Context = Parameters<typeof windows>[0] & Parameters<typeof allEnds>[0];
type OpenForm = Parameters<typeof readSendForm>[0] & {
  id: string;
  hash: string;
};

/** How long (milliseconds) a form waits for what it can do without: the pointer to the click that opens it lives for 3 seconds. */
const SOON = 1_500;

/** Hears 📱 Send Text and its form. */
export function hearSending(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("send_text", async (context) => {
    const { interactivity_pointer: pointer } = context.body.interactivity;
    await carriedOut(async () => {
      const { channel_id } = context.inputs;
      const [offersContacts, senders] = await Promise.all([
        soon(context, hasContacts(context), false),
        soon(context, sendersFor(context, channel_id), []),
      ]);
      const form = emptyForm(channel_id, nobody(offersContacts), senders);
      await windows(context).push(pointer, form);
    });
  });
  dashboard.addBlockActionsHandler(
    ["from", "to", "contact", "message"],
    async (context) => {
      const { channel_id } = context.inputs;
      await show(context, context.body.view, channel_id, (same) => same);
    },
  );
  dashboard.addBlockActionsHandler(
    ["send_to_contact", "use_phone_number"],
    async (context) => {
      const { action: { action_id }, inputs: { channel_id } } = context;
      const by = action_id === "send_to_contact" ? "contact" : "number";
      await show(
        context,
        context.body.view,
        channel_id,
        (all) => ({ ...all, by }),
      );
    },
  );
  dashboard.addBlockSuggestionHandler("contact", async (context) => {
    try {
      const found = await findContacts(allEnds(context), context.body.value);
      return { options: found.map(contactOption) };
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
      console.error(error.message);
      return { options: [] };
    }
  });
  dashboard.addViewSubmissionHandler("send_form", async (context) => {
    const { execution_id: id } = context.body.function_data;
    const { recipient, ...typed } = readSendForm(context.view);
    const by = context.body.user.id;
    const asked = await askedFor(allEnds(context), typed, { id, by });
    if ("errors" in asked) {
      return {
        response_action: "errors",
        errors: underShownField(asked.errors, recipient),
      };
    }
    // The next step takes it to the phone: a form must be answered in 3 seconds, and a text deserves more.
    await carriedOut(() => windows(context).handOn(id, asked.outputs));
    return { response_action: "clear" };
  });
}

/** A send form in which nothing has been typed. */
export function emptyForm(
  channel: string | undefined,
  recipient: Recipient,
  senders: Option[],
) {
  const preview = { message: "", existingPlace: null };
  return sendForm(channel, preview, recipient, senders);
}

/** The lines to choose from. A form that must open now does without the choice if no answer comes. */
export async function sendersFor(
  context: Context,
  channel: string | undefined,
): Promise<Option[]> {
  try {
    return (await offeredLines(allEnds(context), channel)).map(lineOption);
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    return [];
  }
}

/** Shows an open form with what can be told about what was typed, and all of that kept. */
async function show(
  context: Context,
  view: OpenForm | undefined,
  channel: string | undefined,
  change: (recipient: Recipient) => Recipient,
): Promise<void> {
  if (!view) return;
  await carriedOut(async () => {
    const typed = readSendForm(view);
    const recipient = change(typed.recipient);
    const to = recipient.by === "number"
      ? recipient.number
      : recipient.contact?.value ?? "";
    const preview = await previewSend(allEnds(context), { ...typed, to });
    const form = sendForm(channel, preview, recipient, typed.senders);
    await windows(context).update(view.id, form, view.hash);
  });
}

/** What comes of some work, or something else if nothing has come of it soon. */
async function soon<T>(
  context: Context,
  work: Promise<T>,
  otherwise: T,
): Promise<T> {
  const late = allEnds(context).clock.sleep(SOON).then(() => otherwise);
  return await Promise.race([work, late]);
}

/** Whether there is a contact to choose. A form that must open now does without the answer if it does not come. */
async function hasContacts(context: Context): Promise<boolean> {
  try {
    return (await allEnds(context).contacts.page(1)).contacts.length > 0;
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    return false;
  }
}

function underShownField(
  { to, ...others }: Record<string, string>,
  { by }: Recipient,
): Record<string, string> {
  if (to === undefined) return others;
  return { ...others, [by === "number" ? "to" : "contact"]: to };
}
