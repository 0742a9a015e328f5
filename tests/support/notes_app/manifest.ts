import { DefineWorkflow, Manifest, Schema } from "deno-slack-sdk/mod.ts";

import { AskFunction } from "./ask.ts";
import { NoteFunction } from "./note.ts";

const AskWorkflow = DefineWorkflow({
  callback_id: "ask_and_note",
  title: "Ask and note",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      channel: { type: Schema.slack.types.channel_id },
    },
    required: ["interactivity", "channel"],
  },
});
const asked = AskWorkflow.addStep(AskFunction, {
  interactivity: AskWorkflow.inputs.interactivity,
  channel: AskWorkflow.inputs.channel,
});
AskWorkflow.addStep(NoteFunction, {
  text: `Noted: ${asked.outputs.name}`,
  channel: AskWorkflow.inputs.channel,
});

const NoteWorkflow = DefineWorkflow({
  callback_id: "note",
  title: "Note",
  input_parameters: {
    properties: {
      text: { type: Schema.types.string },
      channel: { type: Schema.slack.types.channel_id },
    },
    required: ["text", "channel"],
  },
});
NoteWorkflow.addStep(NoteFunction, {
  text: NoteWorkflow.inputs.text,
  channel: NoteWorkflow.inputs.channel,
});

/** A made-up app of two functions: one asks a person in a form, one posts what it is told. */
export default Manifest({
  name: "Notes",
  description: "Writes things down",
  icon: "assets/icon.png",
  workflows: [AskWorkflow, NoteWorkflow],
  outgoingDomains: [],
  botScopes: [
    "chat:write",
    "channels:history",
    "channels:join",
    "channels:manage",
    "channels:read",
    "pins:read",
    "pins:write",
    "reactions:read",
    "reactions:write",
    "triggers:read",
    "triggers:write",
    "users:read",
  ],
});
