import type { SlackFunctionDefinition } from "@slack/deno-slack-sdk/functions/definitions/mod.d.ts";
import type {
  EnrichedSlackFunctionHandler,
  RuntimeSlackFunctionHandler,
} from "@slack/deno-slack-sdk/functions/types.d.ts";
import type {
  ParameterSetDefinition,
  PossibleParameterKeys,
} from "@slack/deno-slack-sdk/parameters/types.d.ts";
import { clientOf } from "./slack_client.ts";

/**
 * The SDK's `SlackFunction` for a function that hears no buttons and forms: its handler, given Slack's client. What
 * hears them is `deno-slack-sdk/functions/slack-function.ts`.
 */
export function SlackFunction<
  Inputs extends ParameterSetDefinition,
  Outputs extends ParameterSetDefinition,
  RequiredInputs extends PossibleParameterKeys<Inputs>,
  RequiredOutputs extends PossibleParameterKeys<Outputs>,
>(
  { definition }: SlackFunctionDefinition<
    Inputs,
    Outputs,
    RequiredInputs,
    RequiredOutputs
  >,
  handler: EnrichedSlackFunctionHandler<typeof definition>,
) {
  return (
    context: Parameters<RuntimeSlackFunctionHandler<typeof definition>>[0],
  ) => handler({ ...context, client: clientOf(context) });
}
