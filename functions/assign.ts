import { SlackFunction } from "deno-slack-sdk/functions/slack-function.ts";
import { DefineFunction, Schema } from "deno-slack-sdk/mod.ts";
import { Outage } from "../bridge/refusal.ts";
import {
  assignForm,
  readAssignForm,
  tagOptions,
} from "../bridge/slack/views/assign_form.ts";
import { loadingView } from "../bridge/slack/views/modal.ts";
import { assignAsked, assignmentOf } from "../bridge/team/assign.ts";
import { suggestTags } from "../bridge/team/known_tags.ts";
import { carriedOut } from "./carried_out.ts";
import { fill } from "./dashboard/fill.ts";
import { ends, windows } from "./ends.ts";

export const AssignFunction = DefineFunction({
  callback_id: "assign",
  title: "Assign a conversation",
  description: "A form that says whose a conversation is and how it stands",
  source_file: "functions/assign.ts",
  input_parameters: {
    properties: {
      interactivity: { type: Schema.slack.types.interactivity },
      conversation: { type: Schema.types.string },
    },
    required: ["interactivity", "conversation"],
  },
});

export default SlackFunction(AssignFunction, async (context) => {
  const { interactivity, conversation } = context.inputs;
  const { interactivity_pointer: pointer } = interactivity;
  await carriedOut(async () => {
    const view = await windows(context).open(pointer, loadingView("Assign"));
    await fill(context, view, async () => {
      return assignForm(await assignmentOf(ends(context), conversation));
    });
  });
  return { completed: false };
})
  .addBlockSuggestionHandler("tags", async (context) => {
    try {
      const tags = await suggestTags(ends(context), context.body.value);
      return tagOptions(tags);
    } catch (error) {
      if (!(error instanceof Outage)) throw error;
      console.error(error.message);
      return tagOptions([]);
    }
  })
  .addViewSubmissionHandler("assign_form", async (context) => {
    const { view, body, inputs } = context;
    const asked = await assignAsked(
      ends(context),
      inputs.conversation,
      readAssignForm(view),
      body.user.id,
    );
    if ("errors" in asked) return { response_action: "errors", ...asked };
    const { execution_id: id } = body.function_data;
    await carriedOut(() => windows(context).handOn(id, {}));
    return { response_action: "clear" };
  })
  .addViewClosedHandler("assign_form", async (context) => {
    const { execution_id: id } = context.body.function_data;
    await carriedOut(() => windows(context).handOn(id, {}));
  });
