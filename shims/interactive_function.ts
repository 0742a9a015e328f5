// For functions that hear buttons and forms.
// @ts-types="@slack/deno-slack-sdk"
export { SlackFunction } from "./heard_function.js";
