// Slack's SDK by its parts. Its one entry also brings the definitions of all of Slack's own functions, and three of
// Node's modules, which take most of the time that an empty function needs to start.
// @ts-types="@slack/deno-slack-sdk/schema/schema_types.d.ts"
import SchemaTypes from "@slack/deno-slack-sdk/schema/schema_types.js";
// @ts-types="@slack/deno-slack-sdk/schema/slack/schema_types.d.ts"
import SlackTypes from "./slack_types.js";

// @ts-types="@slack/deno-slack-sdk"
export { DefineDatastore } from "@slack/deno-slack-sdk/datastore/mod.js";
// @ts-types="@slack/deno-slack-sdk"
export { DefineFunction } from "@slack/deno-slack-sdk/functions/definitions/mod.js";
export { SlackFunction } from "./slack_function.ts";
// @ts-types="@slack/deno-slack-sdk"
export { Manifest } from "@slack/deno-slack-sdk/manifest/mod.js";
// @ts-types="@slack/deno-slack-sdk"
export { DefineWorkflow } from "@slack/deno-slack-sdk/workflows/mod.js";

/** The types that definitions name. */
export const Schema = { types: SchemaTypes, slack: { types: SlackTypes } };
