import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { tagForStep } from "../bridge/steps/work_steps.ts";
import { ends } from "./ends.ts";
import { CONVERSATION, REASON, step } from "./step.ts";

export const TagConversationFunction = DefineFunction({
  callback_id: "tag_conversation",
  title: "Tag Conversation",
  description: "Add tags to a text conversation, or replace those it has",
  source_file: "functions/tag_conversation.ts",
  input_parameters: {
    properties: {
      ...CONVERSATION,
      tags: {
        type: Schema.types.string,
        title: "Tags",
        description: "With commas between them",
      },
      replaces: {
        type: Schema.types.boolean,
        title: "Replace the others",
        description: "Whether the tags it has now are taken off",
      },
    },
    required: ["number", "tags"],
  },
  output_parameters: {
    properties: {
      tagged: { type: Schema.types.boolean, title: "Tagged" },
      reason: REASON,
      tags: { type: Schema.types.string, title: "All its tags" },
    },
    required: ["tagged"],
  },
});

export default SlackFunction(TagConversationFunction, async (context) => {
  const { tags, replaces = false, ...named } = context.inputs;
  return await step<{ tagged: boolean; reason?: string; tags?: string }>(
    async () => {
      const all = await tagForStep(ends(context), named, tags, replaces);
      return { tagged: true, tags: all.join(", ") };
    },
    (reason) => ({ tagged: false, reason }),
  );
});
