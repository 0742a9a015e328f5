import type { SlackAPIClient } from "deno-slack-api/types.ts";
// @ts-types="deno-slack-api/api-proxy.d.ts"
import { ProxifyAndTypeClient } from "deno-slack-api/api-proxy.js";
// @ts-types="deno-slack-api/base-client.d.ts"
import { BaseSlackAPIClient } from "deno-slack-api/base-client.js";
import type { SlackFunctionDefinition } from "@slack/deno-slack-sdk/functions/definitions/mod.d.ts";
import type {
  EnrichedSlackFunctionHandler,
  RuntimeSlackFunctionHandler,
} from "@slack/deno-slack-sdk/functions/types.d.ts";
import type {
  ParameterSetDefinition,
  PossibleParameterKeys,
} from "@slack/deno-slack-sdk/parameters/types.d.ts";

/**
 * The SDK's `SlackFunction` for a function that hears no buttons and forms: its handler, given Slack's client. The SDK's
 * own, which is `deno-slack-sdk/functions/slack-function.ts`, weighs 50 kB more: it also holds what hears them, and all
 * that a trigger can tell of any event.
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

function clientOf(
  { token, env }: { token: string; env: Record<string, string> },
): SlackAPIClient {
  const slackApiUrl = env.SLACK_API_URL;
  return ProxifyAndTypeClient(new BaseSlackAPIClient(token, { slackApiUrl }));
}
