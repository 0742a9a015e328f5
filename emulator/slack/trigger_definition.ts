import * as z from "zod/mini";
import { json, text } from "./args.ts";
import { checkFilter } from "./filters.ts";
import type { Manifest, ParameterSet } from "./manifest.ts";
import { refuse } from "./refusal.ts";
import { checkSchedule, Schedule } from "./schedule.ts";

/** https://docs.slack.dev/tools/deno-slack-sdk/guides/creating-event-triggers: message_posted and its kin by channel. */
const CHANNEL_IDS = 20;
const CUSTOMIZABLE = 10;
const CUSTOMIZABLE_TYPES = new Set([
  "string",
  "slack#/types/channel_id",
  "slack#/types/user_id",
]);

const EVENT_TYPES = new Map<string, readonly string[]>([
  ["slack#/events/message_posted", ["channels:history", "groups:history"]],
  ["slack#/events/app_mentioned", ["app_mentions:read"]],
  ["slack#/events/reaction_added", ["reactions:read"]],
  ["slack#/events/reaction_removed", ["reactions:read"]],
  ["slack#/events/pin_added", ["pins:read"]],
  ["slack#/events/pin_removed", ["pins:read"]],
  ["slack#/events/channel_archived", ["channels:read"]],
  ["slack#/events/channel_unarchived", ["channels:read"]],
  ["slack#/events/channel_renamed", ["channels:read"]],
  ["slack#/events/channel_created", ["channels:read"]],
]);

/** Events of the whole workspace: no `channel_ids`. */
const WORKSPACE_EVENTS = /channel_(archived|unarchived|renamed|created)$/;

const Input = z.object({
  value: z.optional(z.unknown()),
  customizable: z.optional(z.boolean()),
});

const EventPart = z.object({
  event_type: z.string(),
  channel_ids: z.optional(z.array(z.string())),
  all_resources: z.optional(z.boolean()),
  filter: z.optional(z.unknown()),
});

/** What `workflows.triggers.create` takes, and what a file in `triggers/` exports. */
export const TriggerDefinition = z.object({
  type: z.enum(["shortcut", "webhook", "event", "scheduled"]),
  name: text,
  description: z.optional(text),
  workflow: text,
  inputs: z._default(json(z.record(z.string(), Input)), () => ({})),
  shortcut: z.optional(json(z.object({ button_text: z.optional(text) }))),
  webhook: z.optional(
    json(z.object({ filter: z.optional(z.unknown()) })),
  ),
  event: z.optional(json(EventPart)),
  schedule: z.optional(json(Schedule)),
});

export type TriggerDefinition = z.output<typeof TriggerDefinition>;

function invalid(message: string, pointer: string): never {
  return refuse("invalid_arguments", {
    response_metadata: {
      messages: [`[ERROR] ${message} [json-pointer:${pointer}]`],
    },
  });
}

/** Refuses a trigger that Slack would not create, for the same reason. @param now milliseconds since the epoch */
export function checkTrigger(
  definition: TriggerDefinition,
  manifest: Manifest,
  now: number,
): void {
  const callback_id = workflowOf(definition);
  const workflow = manifest.workflows[callback_id];
  if (!workflow) return refuse("workflow_not_found");
  if (definition.name.length === 0) invalid("must provide a name", "/name");
  checkInputs(definition, workflow.input_parameters);
  if (definition.type === "event") checkEvent(definition, manifest);
  if (definition.type === "scheduled") {
    if (!definition.schedule) return invalid("missing schedule", "/schedule");
    const fault = checkSchedule(definition.schedule, now);
    if (fault) invalid(fault, "/schedule");
  }
  if (definition.webhook?.filter !== undefined) {
    const fault = checkFilter(definition.webhook.filter);
    if (fault) invalid(fault, "/webhook/filter");
  }
}

/** `#/workflows/x` → `x`. */
export function workflowOf(definition: { workflow: string }): string {
  return definition.workflow.replace(/^#\/workflows\//, "");
}

function checkInputs(definition: TriggerDefinition, set: ParameterSet): void {
  let customizable = 0;
  for (const [name, input] of Object.entries(definition.inputs)) {
    const parameter = set.properties[name];
    if (!parameter) {
      return refuse("parameter_validation_failed", {
        errors: [`Unknown workflow input: ${name}`],
      });
    }
    if (!input.customizable) continue;
    customizable++;
    if (definition.type !== "shortcut") {
      refuse("customizable_inputs_only_allowed_on_link_triggers");
    }
    if (input.value !== undefined) {
      invalid("customizable inputs take no value", `/inputs/${name}`);
    }
    if (!CUSTOMIZABLE_TYPES.has(parameter.type)) {
      refuse("customizable_inputs_unsupported_type");
    }
    if (!set.required.includes(name)) {
      refuse("customizable_inputs_not_allowed_on_optional_inputs");
    }
  }
  if (customizable > CUSTOMIZABLE) {
    invalid(`no more than ${CUSTOMIZABLE} customizable inputs`, "/inputs");
  }
  const missing = set.required.filter((name) => !definition.inputs[name]);
  if (missing.length > 0) {
    refuse("parameter_validation_failed", {
      errors: missing.map((name) => `Missing required workflow input: ${name}`),
    });
  }
}

function checkEvent(definition: TriggerDefinition, manifest: Manifest): void {
  const event = definition.event;
  if (!event) return invalid("missing event", "/event");
  const scopes = EVENT_TYPES.get(event.event_type);
  if (!scopes) return invalid("invalid event type", "/event/event_type");
  const granted = manifest.oauth_config.scopes.bot;
  if (!scopes.some((scope) => granted.includes(scope))) {
    refuse("missing_scope", {
      needed: scopes.join(","),
      provided: granted.join(","),
    });
  }
  const posted = event.event_type === "slack#/events/message_posted";
  if (posted && event.filter === undefined) {
    invalid("a filter is required for message_posted", "/event/filter");
  }
  if (event.filter !== undefined) {
    const fault = checkFilter(event.filter);
    if (fault) invalid(fault, "/event/filter");
  }
  if (WORKSPACE_EVENTS.test(event.event_type)) return;
  const ids = event.channel_ids ?? [];
  if (event.all_resources) {
    if (ids.length > 0) invalid("exclusive with all_resources", "/event");
    if (posted) invalid("not available for message_posted", "/event");
    return;
  }
  if (ids.length === 0) {
    invalid("must provide channel_ids", "/event/channel_ids");
  }
  if (ids.length > CHANNEL_IDS) {
    invalid(
      `no more than ${CHANNEL_IDS} items allowed`,
      "/event/channel_ids",
    );
  }
}
