import * as z from "zod/mini";

/** Argument schemas: the same value may come from a form (a string) or from a JSON body (as it is). */

function parseJson(value: unknown): unknown {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** A string; a number in a JSON body is taken as its digits. */
export const text = z.pipe(
  z.transform((value) => typeof value === "number" ? String(value) : value),
  z.string(),
);

/** A boolean, also written `true`, `false`, `1` or `0`. */
export const flag = z.pipe(
  z.transform((value) => {
    if (value === "true" || value === "1" || value === 1) return true;
    if (value === "false" || value === "0" || value === 0) return false;
    return value;
  }),
  z.boolean(),
);

/** A whole number, also written in digits. */
export const count = z.pipe(
  z.transform((value) =>
    typeof value === "string" && /^-?\d+$/.test(value) ? Number(value) : value
  ),
  z.int(),
);

/** Anything that a form carries as JSON text. */
export function json<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(z.transform(parseJson), schema);
}

/** An object of any shape, or its JSON text. */
export const object = json(z.record(z.string(), z.unknown()));
