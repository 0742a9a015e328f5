import type { Manifest, Parameter, ParameterSet } from "./manifest.ts";

/** https://docs.slack.dev/tools/deno-slack-sdk/reference/slack-types: a string is "up to 4000 bytes". */
const STRING_BYTES = 4000;

const PATTERNS: Record<string, RegExp> = {
  channel_id: /^[CDG][A-Z0-9]{2,}$/,
  user_id: /^[UW][A-Z0-9]{2,}$/,
  message_ts: /^\d{10}\.\d{6}$/,
  date: /^\d{4}-\d{2}-\d{2}$/,
};

type Values = Record<string, unknown>;

const absent = (value: unknown) => value === undefined || value === null;

/** What is wrong with `values` as a parameter set's values, in Slack's manner; empty when nothing is. */
export function faults(
  manifest: Manifest,
  set: ParameterSet,
  values: Values,
): string[] {
  const found: string[] = [];
  for (const name of set.required) {
    if (absent(values[name])) found.push(`missing required parameter: ${name}`);
  }
  for (const [name, value] of Object.entries(values)) {
    const parameter = set.properties[name];
    if (!parameter) found.push(`unexpected parameter: ${name}`);
    else if (!absent(value)) {
      const fault = faultOf(manifest, parameter, value);
      if (fault) found.push(`${name}: ${fault}`);
    }
  }
  return found;
}

function faultOf(
  manifest: Manifest,
  parameter: Parameter,
  value: unknown,
): string | null {
  const custom = manifest.types[parameter.type.replace("#/types/", "")];
  if (parameter.type.startsWith("#/types/") && custom) {
    return faultOf(manifest, custom, value);
  }
  if (parameter.enum && !parameter.enum.includes(value)) {
    return `must be one of ${JSON.stringify(parameter.enum)}`;
  }
  const type = parameter.type.split("/").at(-1) ?? parameter.type;
  switch (type) {
    case "string":
      return stringFault(parameter, value);
    case "integer":
    case "timestamp":
      return Number.isInteger(value)
        ? rangeFault(parameter, value)
        : `must be of type integer`;
    case "number":
      return typeof value === "number"
        ? rangeFault(parameter, value)
        : "must be of type number";
    case "boolean":
      return typeof value === "boolean" ? null : "must be of type boolean";
    case "array":
    case "blocks":
      return arrayFault(manifest, parameter, value);
    case "object":
    case "interactivity":
    case "message_context":
    case "user_context":
      return objectFault(manifest, parameter, value, type);
    default: {
      const pattern = PATTERNS[type];
      if (!pattern) return null;
      return typeof value === "string" && pattern.test(value)
        ? null
        : `must be of type ${parameter.type}`;
    }
  }
}

function stringFault(parameter: Parameter, value: unknown): string | null {
  if (typeof value !== "string") return "must be of type string";
  if (
    value.length > STRING_BYTES / 4 &&
    new TextEncoder().encode(value).length > STRING_BYTES
  ) return `must be no longer than ${STRING_BYTES} bytes`;
  if (value.length < (parameter.minLength ?? 0)) return "is too short";
  if (value.length > (parameter.maxLength ?? Infinity)) return "is too long";
  return null;
}

function rangeFault(parameter: Parameter, value: unknown): string | null {
  const number = Number(value);
  if (number < (parameter.minimum ?? -Infinity)) return "is too small";
  if (number > (parameter.maximum ?? Infinity)) return "is too large";
  return null;
}

function arrayFault(
  manifest: Manifest,
  parameter: Parameter,
  value: unknown,
): string | null {
  if (!Array.isArray(value)) return "must be of type array";
  const items = parameter.items;
  if (!items) return null;
  for (const [place, item] of value.entries()) {
    const fault = faultOf(manifest, items, item);
    if (fault) return `item ${place} ${fault}`;
  }
  return null;
}

function objectFault(
  manifest: Manifest,
  parameter: Parameter,
  value: unknown,
  type: string,
): string | null {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return `must be of type ${parameter.type}`;
  }
  if (type === "interactivity") {
    return "interactivity_pointer" in value && "interactor" in value
      ? null
      : "must have interactivity_pointer and interactor";
  }
  const entries = Object.entries(value);
  for (const name of parameter.required ?? []) {
    if (!entries.some(([key, one]) => key === name && !absent(one))) {
      return `lacks ${name}`;
    }
  }
  for (const [name, one] of entries) {
    const inner = parameter.properties?.[name];
    const fault = inner && !absent(one) ? faultOf(manifest, inner, one) : null;
    if (fault) return `${name} ${fault}`;
  }
  return null;
}

/** Turns what a person typed into a Workflow Builder field into the types a function asks for. */
export function readTyped(set: ParameterSet, values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const type = set.properties[name]?.type;
      if (typeof value !== "string") return [name, value];
      if (type === "boolean" && /^(true|false)$/.test(value)) {
        return [name, value === "true"];
      }
      if (
        (type === "integer" || type === "number" ||
          type === "slack#/types/timestamp") &&
        value.trim() !== "" && Number.isFinite(Number(value))
      ) return [name, Number(value)];
      return [name, value];
    }),
  );
}
