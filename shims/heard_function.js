import {
  matchBasicConstraintField,
  normalizeConstraintToArray,
} from "@slack/deno-slack-sdk/functions/interactivity/matchers.js";
import { UnhandledEventError } from "@slack/deno-slack-sdk/functions/unhandled-event-error.js";
import { clientOf } from "./slack_client.ts";

/**
 * The SDK's `SlackFunction` for a function that hears buttons and forms: with `add…Handler` for each kind of event, and
 * what Slack's runtime calls for it. The SDK's own weighs 90 kB more: it brings along all that a trigger can tell of any
 * event, and a whole server's paths, files and errors.
 */
export function SlackFunction(_definition, handler) {
  const heard = (context) => handler(withClient(context));
  const hear = (kind, byId, told) => {
    const routes = [];
    const called = kind[0].toLowerCase() + kind.slice(1);
    heard[called] = async (context) => {
      const event = told(context);
      const route = routes.find(([what]) => fits(what, byId, event));
      if (route) return await route[1](withClient(context));
      throw new UnhandledEventError(`nobody hears ${called} ${event[byId]}`);
    };
    heard[`add${kind}Handler`] = (what, handler) => {
      routes.push([what, handler]);
      return heard;
    };
  };
  hear("BlockActions", "action_id", ({ action }) => action);
  hear("BlockSuggestion", "action_id", ({ body }) => body);
  hear("ViewSubmission", "callback_id", ({ view }) => view);
  hear("ViewClosed", "callback_id", ({ view }) => view);
  heard.addUnhandledEventHandler = (handler) => {
    heard.unhandledEvent = (context) => handler(withClient(context));
    return heard;
  };
  return heard;
}

function withClient(context) {
  return { ...context, client: clientOf(context) };
}

/** Whether an event is the one that a handler was added for: by its id, or by an object that names several of its fields. */
function fits(what, byId, event) {
  const isId = typeof what === "string" || Array.isArray(what) ||
    what instanceof RegExp;
  return Object.entries(isId ? { [byId]: what } : what).every((
    [field, wanted],
  ) =>
    matchBasicConstraintField(normalizeConstraintToArray(wanted), field, event)
  );
}
