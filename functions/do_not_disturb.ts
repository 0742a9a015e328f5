import { SlackFunction } from "deno-slack-sdk/functions/slack-function.ts";
import { DefineFunction, Schema } from "deno-slack-sdk/mod.ts";
import {
  contactOfCard,
  disturbAgainAsked,
  disturbanceOf,
  disturbKnown,
} from "../bridge/consent/do_not_disturb_forms.ts";
import {
  contactIn,
  disturbForm,
  readDoNotDisturbForm,
} from "../bridge/slack/views/do_not_disturb_form.ts";
import { troubleView } from "../bridge/slack/views/modal.ts";
import { carriedOut } from "./carried_out.ts";
import { openFilled } from "./dashboard/fill.ts";
import { ends, windows } from "./ends.ts";

export const DoNotDisturbFunction = DefineFunction({
  callback_id: "do_not_disturb",
  title: "Do Not Disturb",
  description:
    "Puts the contact of a card on Do Not Disturb, or takes them off",
  source_file: "functions/do_not_disturb.ts",
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

export default SlackFunction(DoNotDisturbFunction, async (context) => {
  const { interactivity, conversation } = context.inputs;
  await openFilled(
    context,
    interactivity.interactivity_pointer,
    "Do Not Disturb",
    async () => {
      const both = ends(context);
      const { contact } = await contactOfCard(both, conversation);
      const { standing, listed } = await disturbanceOf(both, contact);
      return disturbForm(standing, listed);
    },
  );
  return { completed: false };
})
  .addViewSubmissionHandler("disturb_no_more", async (context) => {
    const { view, body } = context;
    const { why } = readDoNotDisturbForm(view.state.values);
    const { contact } = contactIn(view.private_metadata);
    const done = await disturbKnown(ends(context), contact, why, body.user.id);
    if ("errors" in done) return { response_action: "errors", ...done };
    const { execution_id: id } = body.function_data;
    await carriedOut(() => windows(context).handOn(id, {}));
  })
  .addViewSubmissionHandler("disturb_again", async (context) => {
    const { contact } = contactIn(context.view.private_metadata);
    const { execution_id: id } = context.body.function_data;
    const said = await disturbAgainAsked(ends(context), contact);
    await carriedOut(() => windows(context).handOn(id, {}));
    if (said) return { response_action: "update", view: troubleView(said) };
  });
