import { DefineFunction, SlackFunction } from "deno-slack-sdk/mod.ts";
import { catchUp } from "../bridge/catch_up.ts";
import { carriedOut } from "./carried_out.ts";
import { allEnds } from "./all_ends.ts";

export const CatchUpFunction = DefineFunction({
  callback_id: "catch_up",
  title: "Catch up",
  description:
    "Makes good what was lost on the way between Slack and the carrier",
  source_file: "functions/catch_up.ts",
});

export default SlackFunction(CatchUpFunction, async (context) => {
  return await carriedOut(() => catchUp(allEnds(context)));
});
