import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { askedFor, connectAsked, previewSend } from "../bridge/forms.ts";
import { overview } from "../bridge/overview.ts";
import {
  connectForm,
  readConnectForm,
} from "../bridge/slack/views/connect_form.ts";
import { dashboardView, loadingView } from "../bridge/slack/views/dashboard.ts";
import { readSendForm, sendForm } from "../bridge/slack/views/send_form.ts";
import { carriedOut } from "./carried_out.ts";
import { ends, windows } from "./ends.ts";

export const ClerkFunction = DefineFunction({
  callback_id: "clerk",
  title: "Clerk dashboard",
  description: "Who waits for an answer, and a form to text someone",
  source_file: "functions/clerk.ts",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      channel_id: { type: Schema.slack.types.channel_id },
    },
    required: ["interactivity"],
  },
  output_parameters: {
    properties: {
      channel_id: { type: Schema.slack.types.channel_id },
      thread_ts: { type: Schema.types.string },
      message_ts: { type: Schema.types.string },
      user_id: { type: Schema.slack.types.user_id },
    },
    required: ["channel_id", "thread_ts", "message_ts", "user_id"],
  },
});

export default SlackFunction(ClerkFunction, async (context) => {
  const { interactivity_pointer: pointer } = context.inputs.interactivity;
  await carriedOut(async () => {
    const view = await windows(context).open(pointer, loadingView());
    const { clock } = ends(context);
    const filled = dashboardView(await overview(ends(context)), clock.now());
    await windows(context).update(view, filled);
  });
  // The dashboard's buttons and forms live as long as this function is not completed.
  return { completed: false };
})
  .addBlockActionsHandler("send_text", async (context) => {
    const { body, inputs } = context;
    const form = sendForm(inputs.channel_id, {
      message: "",
      existingPlace: null,
    });
    const { interactivity_pointer: pointer } = body.interactivity;
    await carriedOut(() => windows(context).push(pointer, form));
  })
  .addBlockActionsHandler(["to", "message"], async (context) => {
    const { view } = context.body;
    if (!view) return;
    await carriedOut(async () => {
      const typed = readSendForm(view.state.values);
      const preview = await previewSend(ends(context), typed);
      const form = sendForm(context.inputs.channel_id, preview);
      await windows(context).update(view.id, form, view.hash);
    });
  })
  .addViewSubmissionHandler("send_form", async (context) => {
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
  })
  .addBlockActionsHandler("connect_line", async (context) => {
    const { interactivity_pointer: pointer } = context.body.interactivity;
    const form = connectForm(context.inputs.channel_id);
    await carriedOut(() => windows(context).push(pointer, form));
  })
  .addViewSubmissionHandler("connect_form", async (context) => {
    const typed = readConnectForm(context.view.state.values);
    const connected = await connectAsked(ends(context), typed);
    if ("errors" in connected) {
      return { response_action: "errors", ...connected };
    }
    const view = dashboardView(connected.overview, connected.at);
    return { response_action: "update", view };
  });
