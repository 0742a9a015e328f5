/**
 * What Slack's runtime does with one delivery: finds the handler in the function's module, runs it, and for a
 * function's own run reports the end over the API. Follows `slackapi/deno-slack-runtime`, `src/dispatch-payload.ts`.
 * Runs in a child under old Denos too, so it imports nothing.
 */

/** `function_executed` comes as `body.event`; clicks and submissions as the body itself. */
interface Body {
  type?: string;
  event?: {
    type: string;
    function?: { callback_id: string };
    function_execution_id?: string;
    inputs?: Record<string, unknown>;
    bot_access_token?: string;
  };
  function_data?: {
    function?: { callback_id: string };
    execution_id?: string;
    inputs?: Record<string, unknown>;
  };
  bot_access_token?: string;
  enterprise_id?: string;
  enterprise?: { id: string } | null;
  actions?: unknown[];
  view?: unknown;
}

/** What the platform hands to the runtime. */
export interface InvocationPayload {
  body: Body;
  context: {
    bot_access_token?: string;
    team_id?: string;
    variables?: Record<string, string>;
  };
}

/** What every handler gets. */
export interface HandlerArgs {
  body: Body;
  env: Record<string, string>;
  inputs: Record<string, unknown>;
  token: string;
  team_id: string;
  enterprise_id: string;
  /** With a function's own run. */
  event?: Body["event"];
  /** With a click. */
  action?: unknown;
  /** With a view's submission or closing. */
  view?: unknown;
}

/** How a function's own run ended: done, failed, or (`completed: false`) not yet. */
interface FunctionEnd {
  completed?: boolean;
  outputs?: Record<string, unknown>;
  error?: string;
}

interface Handlers {
  blockActions?: (args: HandlerArgs) => unknown;
  blockSuggestion?: (args: HandlerArgs) => unknown;
  viewSubmission?: (args: HandlerArgs) => unknown;
  viewClosed?: (args: HandlerArgs) => unknown;
  unhandledEvent?: (args: HandlerArgs) => unknown;
}

/** A function's source file once it is imported. */
export interface FunctionModule extends Handlers {
  default?:
    & ((args: HandlerArgs) => FunctionEnd | Promise<FunctionEnd>)
    & Handlers;
}

/** Where the runtime's own remarks go: beside the app's. */
export type Log = (line: string) => void;

/** The SDK throws one of its own when none of a function's handlers takes a click: the name tells, not the class. */
class UnhandledEventError extends Error {
  override name = "UnhandledEventError";
}

const HANDLERS = {
  block_actions: "blockActions",
  block_suggestion: "blockSuggestion",
  view_submission: "viewSubmission",
  view_closed: "viewClosed",
} as const;

function isInteraction(type: string): type is keyof typeof HANDLERS {
  return Object.hasOwn(HANDLERS, type);
}

/** Resolves with the handler's response; throws what the app's code threw. */
export async function dispatch(
  payload: InvocationPayload,
  load: (callback_id: string) => FunctionModule | Promise<FunctionModule>,
  log: Log,
): Promise<unknown> {
  const { body } = payload;
  const type = body.event?.type ?? body.type ?? "";
  const callback_id = type === "function_executed"
    ? body.event?.function?.callback_id
    : body.function_data?.function?.callback_id;
  if (!callback_id) {
    log(
      `Could not find the function "callback_id" in the payload for an event type of "${
        type || "unknown"
      }"`,
    );
    return {};
  }
  const module = await load(callback_id);
  const args = handlerArgs(payload);
  try {
    if (type === "function_executed") {
      await runFunction(args, payload, module);
      return {};
    }
    if (!isInteraction(type)) {
      throw new UnhandledEventError(
        `Received an unsupported event of type: "${type}" for the ${callback_id} function.`,
      );
    }
    const handler = module[HANDLERS[type]] ?? module.default?.[HANDLERS[type]];
    if (!handler) {
      throw new UnhandledEventError(
        `Received a ${type} payload but the function does not define a ${
          HANDLERS[type]
        } handler`,
      );
    }
    if (type === "block_actions") args.action = body.actions?.[0];
    if (type.startsWith("view_")) args.view = body.view;
    return await handler(args) || {};
  } catch (error) {
    if (error instanceof Error && error.name === "UnhandledEventError") {
      const handler = module.unhandledEvent ?? module.default?.unhandledEvent;
      if (handler) return await handler(handlerArgs(payload)) || {};
      log(error.message);
      return {};
    }
    if (error instanceof Error && isMissingNetPermission(error)) {
      error.message =
        `Detected missing network permissions; add the domain to your manifest's \`outgoingDomains\`. Original message: ${error.message}`;
    }
    throw error;
  }
}

function handlerArgs(payload: InvocationPayload): HandlerArgs {
  const { body, context } = payload;
  return {
    body,
    env: context.variables ?? {},
    enterprise_id: body.enterprise_id || body.enterprise?.id || "",
    inputs: body.event?.inputs ?? body.function_data?.inputs ?? {},
    token: readToken(payload),
    team_id: context.team_id ?? "",
  };
}

function readToken({ body, context }: InvocationPayload): string {
  return body.event?.bot_access_token || body.bot_access_token ||
    context.bot_access_token || "";
}

async function runFunction(
  args: HandlerArgs,
  payload: InvocationPayload,
  module: FunctionModule,
): Promise<void> {
  const { event } = payload.body;
  if (!module.default) {
    throw new UnhandledEventError(
      "Received a function_executed payload but the function does not define a default handler",
    );
  }
  const { completed = true, outputs = {}, error } = await module.default({
    ...args,
    event,
  });
  const function_execution_id = event?.function_execution_id ?? "";
  if (error) {
    await report(payload, "functions.completeError", {
      error,
      function_execution_id,
    });
  } else if (completed) {
    await report(payload, "functions.completeSuccess", {
      outputs: JSON.stringify(outputs),
      function_execution_id,
    });
  }
}

/** As in the real runtime, an answer that says `ok: false` changes nothing, one that is no success throws. */
async function report(
  payload: InvocationPayload,
  method: string,
  form: Record<string, string>,
): Promise<void> {
  const base = payload.context.variables?.SLACK_API_URL ||
    "https://slack.com/api/";
  const response = await fetch(`${base.replace(/\/$/, "")}/${method}`, {
    method: "POST",
    headers: {
      "Authorization": `Bearer ${readToken(payload)}`,
      "Content-Type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams(form),
  });
  const answer = await response.text();
  if (!response.ok) throw new Error(`${response.status}: ${answer}`);
}

/** Deno 2 calls `NotCapable` what Deno 1, and with it the real runtime, calls `PermissionDenied`. */
function isMissingNetPermission({ name, message }: Error): boolean {
  return (name === "PermissionDenied" || name === "NotCapable") &&
    message.includes("--allow-net");
}
