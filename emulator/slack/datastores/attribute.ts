type Check = (value: unknown) => boolean;

function matching(pattern: RegExp): Check {
  return (value) => typeof value === "string" && pattern.test(value);
}

/**
 * Slack's own types hold no null and no empty text, plain ones do.
 * https://docs.slack.dev/tools/deno-slack-sdk/guides/using-datastores
 */
function nullable(check: Check): Check {
  return (value) => value === null || check(value);
}

/** The type that a time-to-live attribute must have: whole seconds since the Unix epoch. */
export const TIMESTAMP = "slack#/types/timestamp";

const CHECKS = new Map<string, Check>([
  ["string", nullable((value) => typeof value === "string")],
  ["integer", nullable(Number.isInteger)],
  ["number", nullable(Number.isFinite)],
  ["boolean", nullable((value) => typeof value === "boolean")],
  ["array", nullable(Array.isArray)],
  [
    "object",
    nullable((value) => typeof value === "object" && !Array.isArray(value)),
  ],
  ["slack#/types/channel_id", matching(/^[CGD][A-Z0-9]+$/)],
  ["slack#/types/user_id", matching(/^[UW][A-Z0-9]+$/)],
  ["slack#/types/usergroup_id", matching(/^S[A-Z0-9]+$/)],
  ["slack#/types/date", matching(/^\d{4}-\d\d-\d\d$/)],
  ["slack#/types/message_ts", matching(/^\d+\.\d+$/)],
  [TIMESTAMP, Number.isInteger],
  [
    "slack#/types/rich_text",
    (value) => typeof value === "object" && value !== null,
  ],
]);

function isCustom(type: string): boolean {
  return type.startsWith("#/types/");
}

/** Whether a datastore's attribute may have this type at all. */
export function isAttributeType(type: string): boolean {
  return CHECKS.has(type) || isCustom(type);
}

/** Whether a value may stand in an attribute of this type. Values of custom types are not looked into. */
export function fitsType(type: string, value: unknown): boolean {
  return isCustom(type) || (CHECKS.get(type)?.(value) ?? false);
}
