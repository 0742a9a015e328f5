import { SlackFunction } from "deno-slack-sdk/functions/slack-function.ts";
import { DefineFunction, Schema } from "deno-slack-sdk/mod.ts";
import { adding, firstBooks, found, shelf } from "./views.ts";

export const ShelfFunction = DefineFunction({
  callback_id: "shelf",
  title: "Shelf",
  source_file: "shelf.ts",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      channel: { type: Schema.slack.types.channel_id },
    },
    required: ["interactivity", "channel"],
  },
  output_parameters: { properties: {}, required: [] },
});

export default SlackFunction(ShelfFunction, async ({ inputs, client }) => {
  await client.views.open({
    interactivity_pointer: inputs.interactivity.interactivity_pointer,
    view: shelf(firstBooks),
  });
  return { completed: false };
})
  .addBlockSuggestionHandler("find", ({ body }) => {
    if (body.value === "for ever") return new Promise(() => {});
    return found(booksIn(body.view), body.value);
  })
  .addBlockActionsHandler("find", async ({ action, client, inputs }) => {
    const text = `found ${action.selected_option.value}`;
    await client.chat.postMessage({ channel: inputs.channel, text });
  })
  .addBlockActionsHandler("row", async ({ action, body, client, inputs }) => {
    const left = booksIn(body.view).filter((book) => book !== action.block_id);
    const { ok, error } = await client.views.update({
      view_id: body.view.id,
      hash: body.view.hash,
      view: shelf(left),
    });
    const text = `${action.selected_option.value} ${action.block_id}: ${
      ok ? "ok" : error
    }`;
    await client.chat.postMessage({ channel: inputs.channel, text });
  })
  .addBlockActionsHandler("add", async ({ body, client }) => {
    await client.views.push({
      interactivity_pointer: body.interactivity.interactivity_pointer,
      view: adding(),
    });
  })
  .addViewSubmissionHandler("adding", async ({ view, client, token }) => {
    const [{ id }] = view.state.values.list.papers.files;
    const { file } = await client.files.info({ file: id });
    const kept = await fetch(file.url_private_download, {
      headers: { authorization: `Bearer ${token}` },
    });
    const books = (await kept.text()).split("\n").filter(Boolean);
    if (books.length > 2) {
      const errors = { list: "Two books at once, please." };
      return { response_action: "errors", errors };
    }
    await client.views.update({
      view_id: view.root_view_id,
      view: shelf(books),
    });
  })
  .addViewClosedHandler(["shelf", "adding"], async (closed) => {
    const { view, body, client, inputs } = closed;
    const text = `closed ${view.callback_id}, cleared: ${body.is_cleared}`;
    await client.chat.postMessage({ channel: inputs.channel, text });
  });

function booksIn(view: { private_metadata?: string } | undefined): string[] {
  return JSON.parse(view?.private_metadata ?? "[]");
}
