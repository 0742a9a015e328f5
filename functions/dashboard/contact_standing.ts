import { consentOf, markByHand } from "../../bridge/consent/consent_forms.ts";
import {
  disturbAgainAsked,
  disturbanceOf,
  disturbKnown,
} from "../../bridge/consent/do_not_disturb_forms.ts";
import {
  consentForm,
  readConsentForm,
} from "../../bridge/slack/views/consent_form.ts";
import { readFormMemory } from "../../bridge/slack/views/contact_form.ts";
import {
  contactIn,
  disturbForm,
  readDoNotDisturbForm,
} from "../../bridge/slack/views/do_not_disturb_form.ts";
import { troubleView, type View } from "../../bridge/slack/views/modal.ts";
import type { Under } from "../../bridge/slack/views/under.ts";
import { type E164, isE164 } from "../../bridge/sms/e164.ts";
import { carriedOut } from "../carried_out.ts";
import { ends } from "../ends.ts";
import type { Dashboard } from "./dashboard.ts";
import { fill } from "./fill.ts";
import { refreshList } from "./listed_contacts.ts";

type Context = Parameters<typeof ends>[0];

/** Hears how it is to stand with a contact: whether they may be texted, and whether they are to disturb. */
export function hearContactStanding(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler(
    ["contact_consent", "contact_disturbance"],
    async (context) => {
      const { action, body: { view } } = context;
      if (!view) return;
      const { was, under } = readFormMemory(view);
      if (!was || !isE164(was)) return;
      const make = action.action_id === "contact_consent"
        ? consentView
        : disturbView;
      await carriedOut(() =>
        fill(context, view.id, () => make(context, was, under))
      );
    },
  );
  dashboard.addViewSubmissionHandler("consent_form", async (context) => {
    const { view, body } = context;
    const asked = readConsentForm(view.state.values, view.private_metadata);
    const done = await markByHand(ends(context), asked, body.user.id);
    if ("errors" in done) return { response_action: "errors", ...done };
    const { contact: number, what, under } = asked;
    const stands = { number, optedOut: what === "opted out" };
    if (under) await refreshList(context, under, { stands });
  });
  dashboard.addViewSubmissionHandler("disturb_no_more", async (context) => {
    const { view, body } = context;
    const { why } = readDoNotDisturbForm(view.state.values);
    const { contact, under } = contactIn(view.private_metadata);
    const done = await disturbKnown(ends(context), contact, why, body.user.id);
    if ("errors" in done) return { response_action: "errors", ...done };
    const stands = { number: contact, doNotDisturb: true };
    if (under) await refreshList(context, under, { stands });
  });
  dashboard.addViewSubmissionHandler("disturb_again", async (context) => {
    const { contact, under } = contactIn(context.view.private_metadata);
    const said = await disturbAgainAsked(ends(context), contact);
    const stands = { number: contact, doNotDisturb: false };
    if (under) await refreshList(context, under, said ? {} : { stands });
    if (said) return { response_action: "update", view: troubleView(said) };
  });
}

/** What is recorded of a contact's consent, and the form that marks them. */
export async function consentView(
  context: Context,
  contact: E164,
  under: Under,
): Promise<View> {
  const { standing, entries } = await consentOf(ends(context), contact);
  return consentForm(null, standing, entries, under);
}

/** The form that puts a contact on Do Not Disturb, or takes them off. */
export async function disturbView(
  context: Context,
  contact: E164,
  under: Under,
): Promise<View> {
  const { standing, listed } = await disturbanceOf(ends(context), contact);
  return disturbForm(standing, listed, under);
}
