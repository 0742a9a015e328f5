import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { askedFor, checkConnect, previewSend } from "../bridge/forms.ts";
import { connectLine } from "../bridge/connect_line.ts";
import { overview } from "../bridge/overview.ts";
import { Refusal } from "../bridge/refusal.ts";
import {
  connectForm,
  readConnectForm,
} from "../bridge/slack/views/connect_form.ts";
import {
  dashboardView,
  loadingView,
  sorryView,
} from "../bridge/slack/views/dashboard.ts";
import { readSendForm, sendForm } from "../bridge/slack/views/send_form.ts";
import { ends } from "./ends.ts";

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
  const { client, inputs } = context;
  const opened = await client.views.open({
    interactivity_pointer: inputs.interactivity.interactivity_pointer,
    view: loadingView(),
  });
  if (!opened.ok) return { error: `views.open: ${opened.error}` };
  let view;
  try {
    view = dashboardView(await overview(ends(context)), Date.now());
  } catch (error) {
    console.error(error);
    view = sorryView("I could not read who is waiting. Please try again.");
  }
  await client.views.update({ view_id: opened.view.id, view });
  // The dashboard's buttons and forms live as long as this function is not completed.
  return { completed: false };
})
  .addBlockActionsHandler("send_text", async ({ body, client, inputs }) => {
    await client.views.push({
      interactivity_pointer: body.interactivity.interactivity_pointer,
      view: sendForm(inputs.channel_id, { message: "", existingPlace: null }),
    });
  })
  .addBlockActionsHandler(["to", "message"], async (context) => {
    const { body, client, inputs } = context;
    if (!body.view) return;
    const typed = readSendForm(body.view.state.values);
    const preview = await previewSend(ends(context), typed);
    await client.views.update({
      view_id: body.view.id,
      hash: body.view.hash,
      view: sendForm(inputs.channel_id, preview),
    });
  })
  .addViewSubmissionHandler("send_form", async (context) => {
    const { body, client, view } = context;
    const typed = readSendForm(view.state.values);
    const { execution_id } = body.function_data;
    const asked = await askedFor(ends(context), typed, {
      id: execution_id,
      by: body.user.id,
    });
    if ("errors" in asked) return { response_action: "errors", ...asked };
    // The next step takes it to the phone: a form must be answered in 3 seconds, and a text deserves more.
    await client.functions.completeSuccess({
      function_execution_id: execution_id,
      outputs: asked.outputs,
    });
    return { response_action: "clear" };
  })
  .addBlockActionsHandler("connect_line", async ({ body, client, inputs }) => {
    await client.views.push({
      interactivity_pointer: body.interactivity.interactivity_pointer,
      view: connectForm(inputs.channel_id),
    });
  })
  .addViewSubmissionHandler("connect_form", async (context) => {
    const typed = readConnectForm(context.view.state.values);
    const both = ends(context);
    const checked = checkConnect(typed.line);
    if (!checked.ok) {
      return { response_action: "errors", errors: { line: checked.why } };
    }
    try {
      await connectLine(both, checked.number, typed.channel);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      const errors = { [error.about ?? "channel"]: error.sentence };
      return { response_action: "errors", errors };
    }
    const view = dashboardView(await overview(both), Date.now());
    return { response_action: "update", view };
  });
