import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { assignForStep } from "../bridge/steps/work_steps.ts";
import { ends } from "./ends.ts";
import { CONVERSATION, REASON, step } from "./step.ts";

export const AssignConversationFunction = DefineFunction({
  callback_id: "assign_conversation",
  title: "Assign Conversation",
  description: "Say whose a text conversation is, and tell them",
  source_file: "functions/assign_conversation.ts",
  input_parameters: {
    properties: {
      ...CONVERSATION,
      assignee: {
        type: Schema.slack.types.user_id,
        title: "Assignee",
        description: "Whose conversation it is from now on",
      },
      second_assignee: {
        type: Schema.slack.types.user_id,
        title: "Second assignee",
      },
      channel_id: {
        type: Schema.slack.types.channel_id,
        title: "Channel to tell",
        description: "It hears of new texts in this conversation as well",
      },
    },
    required: ["number", "assignee"],
  },
  output_parameters: {
    properties: {
      assigned: { type: Schema.types.boolean, title: "Assigned" },
      reason: REASON,
      link: { type: Schema.types.string, title: "Link to the conversation" },
    },
    required: ["assigned"],
  },
});

export default SlackFunction(AssignConversationFunction, async (context) => {
  const { assignee, second_assignee, channel_id, ...named } = context.inputs;
  const people = [assignee, ...(second_assignee ? [second_assignee] : [])];
  return await step<{ assigned: boolean; reason?: string; link?: string }>(
    async () => ({
      assigned: true,
      link: await assignForStep(ends(context), named, people, channel_id),
    }),
    (reason) => ({ assigned: false, reason }),
  );
});
