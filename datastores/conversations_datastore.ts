import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import { Row } from "./conversation_row.ts";

const text = { type: Schema.types.string };

/** What Slack calls each kind of column; all lists are of texts. */
const KINDS = {
  string: text,
  enum: text,
  number: { type: Schema.types.number },
  boolean: { type: Schema.types.boolean },
  array: { type: Schema.types.array, items: text },
};

const attributes = Object.fromEntries(
  Object.entries(Row.shape).map(([name, { def }]) => [
    name,
    KINDS[def.type === "optional" ? def.innerType.def.type : def.type],
  ]),
);

/**
 * All that a text must know on its way, so that one call tells it: a conversation by `line:contact`, under the line's
 * bare number where its new conversations begin, under `contact:` and their number whether somebody may be texted, under
 * `name:` and their number what they are called, and under `workspace` the rules for everybody.
 */
export const ConversationsDatastore = DefineDatastore({
  name: "conversations",
  primary_key: "id",
  attributes,
});
