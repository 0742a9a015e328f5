import { SlackFunction } from "deno-slack-sdk/functions/slack-function.ts";
import { DefineFunction, Schema } from "deno-slack-sdk/mod.ts";

export const AskFunction = DefineFunction({
  callback_id: "ask",
  title: "Ask",
  source_file: "ask.ts",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      channel: { type: Schema.slack.types.channel_id },
      size: { type: Schema.types.string },
    },
    required: ["interactivity"],
  },
  output_parameters: {
    properties: { name: { type: Schema.types.string } },
    required: ["name"],
  },
});

const form = (words: string) => ({
  type: "modal" as const,
  callback_id: "who",
  title: { type: "plain_text" as const, text: "Who?" },
  submit: { type: "plain_text" as const, text: "Go" },
  notify_on_close: true,
  blocks: [
    {
      type: "input",
      block_id: "name",
      label: { type: "plain_text", text: "Name" },
      element: { type: "plain_text_input", action_id: "typed" },
    },
    {
      type: "input",
      block_id: "size",
      optional: true,
      label: { type: "plain_text", text: "Size" },
      element: {
        type: "static_select",
        action_id: "chosen",
        options: ["Small", "Large"].map((text) => ({
          text: { type: "plain_text", text },
          value: text.toLowerCase(),
        })),
      },
    },
    {
      type: "actions",
      block_id: "more",
      elements: [{
        type: "button",
        action_id: "louder",
        text: { type: "plain_text", text: words },
        value: words,
      }, {
        type: "button",
        action_id: "explain",
        text: { type: "plain_text", text: "Why?" },
      }],
    },
  ],
});

export default SlackFunction(AskFunction, async ({ inputs, client }) => {
  await client.views.open({
    interactivity_pointer: inputs.interactivity.interactivity_pointer,
    view: form("Louder"),
  });
  return { completed: false };
})
  .addBlockActionsHandler("louder", async ({ body, client }) => {
    const view = form(`${body.actions[0]?.value}!`);
    await client.views.update({ view_id: body.view.id, view });
  })
  .addBlockActionsHandler("explain", async ({ body, client }) => {
    await client.views.push({
      interactivity_pointer: body.interactivity.interactivity_pointer,
      view: {
        type: "modal",
        title: { type: "plain_text", text: "Why?" },
        blocks: [{
          type: "section",
          text: { type: "mrkdwn", text: "To know *whom* to thank." },
        }],
      },
    });
  })
  .addViewSubmissionHandler("who", async ({ view, body, client }) => {
    const name = view.state.values.name.typed.value;
    if (name === "nobody") {
      return {
        response_action: "errors",
        errors: { name: "Somebody, please." },
      };
    }
    await client.functions.completeSuccess({
      function_execution_id: body.function_data.execution_id,
      outputs: { name },
    });
  })
  .addViewClosedHandler("who", async ({ body, client }) => {
    await client.functions.completeError({
      function_execution_id: body.function_data.execution_id,
      error: "closed",
    });
  });
