import { SlackFunction } from "deno-slack-sdk/functions/slack-function.ts";
import { DefineFunction, Schema } from "deno-slack-sdk/mod.ts";
import { deeper, form, message, towns } from "./exhibits.ts";

export const GalleryFunction = DefineFunction({
  callback_id: "gallery",
  title: "Gallery",
  source_file: "gallery.ts",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      channel: { type: Schema.slack.types.channel_id },
    },
    required: ["interactivity", "channel"],
  },
  output_parameters: { properties: {}, required: [] },
});

/** Everything that a person may do to an element. */
const ANY = /.*/;

export default SlackFunction(GalleryFunction, async ({ inputs, client }) => {
  await client.chat.postMessage({
    channel: inputs.channel,
    text: "The gallery",
    blocks: message(),
  });
  await client.views.open({
    interactivity_pointer: inputs.interactivity.interactivity_pointer,
    view: form(),
  });
  return { completed: false };
})
  .addBlockSuggestionHandler(ANY, ({ body }) => towns(body.value))
  .addBlockActionsHandler("deeper", async ({ body, client }) => {
    await client.views.push({
      interactivity_pointer: body.interactivity.interactivity_pointer,
      view: deeper(),
    });
  })
  .addBlockActionsHandler("look", async ({ body, client, inputs }) => {
    await client.chat.postMessage({
      channel: inputs.channel,
      text: `saw ${JSON.stringify(valuesIn(body.view?.state.values))}`,
    });
    await client.views.update({ view_id: body.view?.id, view: form("Seen") });
  })
  .addBlockActionsHandler(ANY, async ({ action, client, inputs }) => {
    const { text: _text, placeholder: _placeholder, action_ts: _ts, ...did } =
      action;
    await client.chat.postMessage({
      channel: inputs.channel,
      text: `did ${JSON.stringify(did)}`,
    });
  })
  .addViewSubmissionHandler("deeper", ({ view }) => {
    const { depth } = valuesIn(view.state.values);
    return depth === "shallow"
      ? {
        response_action: "errors",
        errors: { depth: "Deeper than that, please." },
      }
      : undefined;
  })
  .addViewSubmissionHandler("form", async ({ view, client, inputs }) => {
    await client.chat.postMessage({
      channel: inputs.channel,
      text: `got ${JSON.stringify(valuesIn(view.state.values))}`,
    });
  });

type State = Record<string, Record<string, Record<string, unknown>>>;

/** What each field holds, in short. */
function valuesIn(state: State | undefined): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(state ?? {}).flatMap(([block, elements]) =>
      Object.values(elements).map(({ type: _, ...held }) => [
        block,
        short(Object.values(held)[0]),
      ])
    ).filter(([, value]) => value !== null && String(value) !== ""),
  );
}

function short(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(short);
  if (typeof value !== "object" || value === null) return value;
  if ("value" in value) return value.value;
  if ("name" in value) return value.name;
  return JSON.stringify(value).match(/"text":"([^"]*)"/)?.[1] ?? value;
}
