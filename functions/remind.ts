import { DefineFunction, SlackFunction } from "deno-slack-sdk/mod.ts";
import { remind } from "../bridge/catch_up/remind.ts";
import { carriedOut } from "./carried_out.ts";
import { ends } from "./ends.ts";

export const RemindFunction = DefineFunction({
  callback_id: "remind",
  title: "Remind of who waits",
  description:
    "Reminds of who has waited long enough, and brings back what was put off until now",
  source_file: "functions/remind.ts",
});

export default SlackFunction(RemindFunction, async (context) => {
  return await carriedOut(() => remind(ends(context)));
});
