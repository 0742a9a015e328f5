// For functions that hear buttons and forms.
// @ts-types="@slack/deno-slack-sdk"
export { SlackFunction } from "@slack/deno-slack-sdk/functions/slack-function.js";
