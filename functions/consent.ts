import { SlackFunction } from "deno-slack-sdk/functions/slack-function.ts";
import { DefineFunction, Schema } from "deno-slack-sdk/mod.ts";
import { consentOf, markByHand } from "../bridge/consent/consent_forms.ts";
import { contactOfCard } from "../bridge/consent/do_not_disturb_forms.ts";
import {
  consentForm,
  readConsentForm,
} from "../bridge/slack/views/consent_form.ts";
import { carriedOut } from "./carried_out.ts";
import { openFilled } from "./dashboard/fill.ts";
import { ends, windows } from "./ends.ts";

export const ConsentFunction = DefineFunction({
  callback_id: "consent",
  title: "Consent",
  description: "Marks the contact of a card as opted out, or in again",
  source_file: "functions/consent.ts",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      conversation: {
        type: Schema.types.string,
        description: "The line and the contact of the card",
      },
    },
    required: ["interactivity", "conversation"],
  },
});

export default SlackFunction(ConsentFunction, async (context) => {
  const { interactivity, conversation } = context.inputs;
  const { interactivity_pointer: pointer } = interactivity;
  await openFilled(context, pointer, "Consent", async () => {
    const both = ends(context);
    const { line, contact } = await contactOfCard(both, conversation);
    const { standing, entries } = await consentOf(both, contact);
    return consentForm(line, standing, entries);
  });
  return { completed: false };
})
  .addViewSubmissionHandler("consent_form", async (context) => {
    const { view, body } = context;
    const asked = readConsentForm(view.state.values, view.private_metadata);
    const done = await markByHand(ends(context), asked, body.user.id);
    if ("errors" in done) return { response_action: "errors", ...done };
    const { execution_id: id } = body.function_data;
    await carriedOut(() => windows(context).handOn(id, {}));
  });
