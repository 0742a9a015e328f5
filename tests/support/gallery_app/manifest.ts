import { DefineWorkflow, Manifest, Schema } from "deno-slack-sdk/mod.ts";
import { GalleryFunction } from "./gallery.ts";

const GalleryWorkflow = DefineWorkflow({
  callback_id: "gallery",
  title: "Gallery",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      channel: { type: Schema.slack.types.channel_id },
    },
    required: ["interactivity", "channel"],
  },
});
GalleryWorkflow.addStep(GalleryFunction, {
  interactivity: GalleryWorkflow.inputs.interactivity,
  channel: GalleryWorkflow.inputs.channel,
});

/** A made-up app that shows every block and element there is, and says what is done to them. */
export default Manifest({
  name: "Gallery",
  description: "Shows what blocks can do",
  icon: "assets/icon.png",
  workflows: [GalleryWorkflow],
  outgoingDomains: [],
  botScopes: [
    "chat:write",
    "chat:write.public",
    "channels:join",
    "files:read",
  ],
});
