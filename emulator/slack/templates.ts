const WHOLE = /^\{\{\s*([^{}]+?)\s*\}\}$/;
const PART = /\{\{\s*([^{}]+?)\s*\}\}/g;

/** Follows `data.interactivity.interactor.id` into nested objects; undefined where the path ends early. */
export function follow(path: string, scope: unknown): unknown {
  let value = scope;
  for (const key of path.split(".")) {
    if (typeof value !== "object" || value === null) return undefined;
    value = Object.entries(value).find(([name]) => name === key)?.[1];
  }
  return value;
}

/**
 * Fills `{{data.x}}`, `{{inputs.x}}` and `{{steps.0.y}}` from `scope`. A value that is one reference alone keeps its
 * type; inside a longer text it becomes text.
 */
export function fill(template: unknown, scope: unknown): unknown {
  if (typeof template === "string") {
    const whole = WHOLE.exec(template)?.[1];
    if (whole) return follow(whole, scope);
    return template.replace(PART, (_, path: string) => {
      const value = follow(path, scope);
      if (value === undefined || value === null) return "";
      return typeof value === "string" ? value : JSON.stringify(value);
    });
  }
  if (Array.isArray(template)) return template.map((one) => fill(one, scope));
  if (typeof template === "object" && template !== null) {
    return fillAll(template, scope);
  }
  return template;
}

/** Fills each value of an object; a key whose reference leads nowhere, or to null, is left out. */
export function fillAll(
  templates: object,
  scope: unknown,
): Record<string, unknown> {
  const filled: Record<string, unknown> = {};
  for (const [name, template] of Object.entries(templates)) {
    const value = fill(template, scope);
    if (value !== undefined && value !== null) filled[name] = value;
  }
  return filled;
}

/** Every path that a template refers to. */
export function references(template: unknown): string[] {
  const text = JSON.stringify(template) ?? "";
  return [...text.matchAll(PART)].map((match) => match[1] ?? "");
}
