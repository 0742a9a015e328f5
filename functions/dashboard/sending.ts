import { askedFor, previewSend } from "../../bridge/forms.ts";
import { readSendForm, sendForm } from "../../bridge/slack/views/send_form.ts";
import { carriedOut } from "../carried_out.ts";
import type { Dashboard } from "../clerk.ts";
import { ends, windows } from "../ends.ts";

/** Hears 📱 Send Text and its form. */
export function hearSending(dashboard: Dashboard): void {
  dashboard.addBlockActionsHandler("send_text", async (context) => {
    const { body, inputs } = context;
    const form = sendForm(inputs.channel_id, {
      message: "",
      existingPlace: null,
    });
    const { interactivity_pointer: pointer } = body.interactivity;
    await carriedOut(() => windows(context).push(pointer, form));
  });
  dashboard.addBlockActionsHandler(["to", "message"], async (context) => {
    const { view } = context.body;
    if (!view) return;
    await carriedOut(async () => {
      const typed = readSendForm(view.state.values);
      const preview = await previewSend(ends(context), typed);
      const form = sendForm(context.inputs.channel_id, preview);
      await windows(context).update(view.id, form, view.hash);
    });
  });
  dashboard.addViewSubmissionHandler("send_form", async (context) => {
    const { execution_id: id } = context.body.function_data;
    const asked = await askedFor(
      ends(context),
      readSendForm(context.view.state.values),
      { id, by: context.body.user.id },
    );
    if ("errors" in asked) return { response_action: "errors", ...asked };
    // The next step takes it to the phone: a form must be answered in 3 seconds, and a text deserves more.
    await carriedOut(() => windows(context).handOn(id, asked.outputs));
    return { response_action: "clear" };
  });
}
