import { DefineFunction, SlackFunction } from "@slack/deno-slack-sdk";

/** A function that does nothing, on Slack's SDK as it comes: what others are measured by. */
export const SdkAloneFunction = DefineFunction({
  callback_id: "sdk_alone",
  title: "Nothing",
  source_file: "tests/bench/sdk_alone.ts",
});

export default SlackFunction(SdkAloneFunction, () => ({ outputs: {} }));
