import { DefineFunction, Schema, SlackFunction } from "deno-slack-sdk/mod.ts";
import { pressCardButton } from "../bridge/team/press_card_button.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const CardButtonFunction = DefineFunction({
  callback_id: "card_button",
  title: "Change a conversation",
  description: "Does what a button on a card asks for",
  source_file: "functions/card_button.ts",
  input_parameters: {
    properties: {
      user_id: { type: Schema.slack.types.user_id },
      conversation: { type: Schema.types.string },
      deed: { type: Schema.types.string },
    },
    required: ["user_id", "conversation", "deed"],
  },
});

export default SlackFunction(CardButtonFunction, async (context) => {
  const { user_id: by, conversation, deed } = context.inputs;
  return await carriedOut(
    () => pressCardButton(ends(context), conversation, deed, by),
    deed,
  );
});
