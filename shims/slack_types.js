import { SlackPrimitiveTypes } from "@slack/deno-slack-sdk/schema/slack/types/mod.js";

/** Slack's own types by their names. The SDK describes three of them at length, and a manifest names them all the same. */
export default {
  ...SlackPrimitiveTypes,
  interactivity: "slack#/types/interactivity",
  user_context: "slack#/types/user_context",
  message_context: "slack#/types/message_context",
};
