import { DefineWorkflow, Manifest, Schema } from "deno-slack-sdk/mod.ts";
import { ShelfFunction } from "./shelf.ts";

const ShelfWorkflow = DefineWorkflow({
  callback_id: "shelf",
  title: "Shelf",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      channel: { type: Schema.slack.types.channel_id },
    },
    required: ["interactivity", "channel"],
  },
});
ShelfWorkflow.addStep(ShelfFunction, {
  interactivity: ShelfWorkflow.inputs.interactivity,
  channel: ShelfWorkflow.inputs.channel,
});

/** A made-up app that keeps a long list in a form: it is searched, shortened, and grows by a file. */
export default Manifest({
  name: "Shelf",
  description: "Keeps books",
  icon: "assets/icon.png",
  workflows: [ShelfWorkflow],
  outgoingDomains: ["files.slack.com"],
  botScopes: ["chat:write", "chat:write.public", "files:read"],
});
