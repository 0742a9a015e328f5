/**
 * What comes of a value that is written as JSON and read again, without writing it: nothing of the copy is shared with
 * the value but what is `frozen`. Worlds that live through thousands of seeds spend a tenth of their time on it otherwise.
 */
export function asJson(value: unknown): unknown {
  switch (typeof value) {
    case "number":
      // There is neither a -0 nor an infinity.
      return Number.isFinite(value) ? value + 0 : null;
    case "function":
    case "symbol":
      return undefined;
    case "bigint":
      throw new TypeError("JSON has no BigInt");
    case "object":
      if (value === null || Object.isFrozen(value)) return value;
      return Array.isArray(value) ? listAsJson(value) : objectAsJson(value);
    default:
      return value;
  }
}

function listAsJson(list: unknown[]): unknown[] {
  const copy = [];
  for (const each of list) copy.push(asJson(each) ?? null);
  return copy;
}

function objectAsJson(value: object & { toJSON?: unknown }): unknown {
  if (typeof value.toJSON === "function") return asJson(value.toJSON());
  const given = value as Record<string, unknown>;
  const copy: Record<string, unknown> = {};
  for (const name of Object.keys(given)) {
    const each = given[name];
    const said = typeof each === "string" ? each : asJson(each);
    if (said === undefined) continue;
    if (name === "__proto__") {
      Object.defineProperty(copy, name, { value: said, ...OF_ITS_OWN });
    } else copy[name] = said;
  }
  return copy;
}

const OF_ITS_OWN = { configurable: true, enumerable: true, writable: true };

/** Sees to it that nobody can change a value any more: then nobody needs a copy of their own. @param value as JSON has it. */
export function frozen<Value>(value: Value): Value {
  if (typeof value !== "object" || value === null) return value;
  if (Object.isFrozen(value)) return value;
  for (const name of Object.keys(value)) {
    frozen((value as Record<string, unknown>)[name]);
  }
  return Object.freeze(value);
}
