import { type Faults, isPart, type Part } from "./faults.ts";

/** Notes what is wrong with a value; says nothing when nothing is. */
export type Rule = (faults: Faults, value: unknown, pointer: string) => void;

/** Rules by property. */
export type Rules = Readonly<Record<string, Rule>>;

/** A string of `from` to `to` characters. */
export function string(to: number, from = 1): Rule {
  return (faults, value, pointer) => {
    if (typeof value !== "string") faults.add("must be a string", pointer);
    else if (value.length < from) {
      faults.add(`must be more than ${from - 1} characters`, pointer);
    } else if (value.length > to) {
      faults.add(`must be less than ${to + 1} characters`, pointer);
    }
  };
}

/** A string of a given form, such as `2026-11-20`. */
export function written(form: RegExp, example: string): Rule {
  return (faults, value, pointer) => {
    if (typeof value === "string" && form.test(value)) return;
    faults.add(`must be written like ${example}`, pointer);
  };
}

export const flag: Rule = (faults, value, pointer) => {
  if (typeof value !== "boolean") faults.add("must be a boolean", pointer);
};

export function whole(from: number, to: number): Rule {
  return (faults, value, pointer) => {
    if (!Number.isInteger(value)) faults.add("must be an integer", pointer);
    else if (Number(value) < from) {
      faults.add(`must be at least ${from}`, pointer);
    } else if (Number(value) > to) faults.add(`must be at most ${to}`, pointer);
  };
}

export function oneOf(...words: (string | number)[]): Rule {
  return (faults, value, pointer) => {
    if (words.some((word) => word === value)) return;
    faults.add(`must be one of ${words.join(", ")}`, pointer);
  };
}

/** A list of `from` to `to` things. */
export function list(rule: Rule, to: number, from = 1): Rule {
  return (faults, value, pointer) => {
    if (!Array.isArray(value)) return faults.add("must be an array", pointer);
    if (value.length < from) {
      faults.add(`must have at least ${from} items`, pointer);
    }
    if (value.length > to) {
      faults.add(`no more than ${to} items allowed`, pointer);
    }
    value.forEach((one, place) => rule(faults, one, `${pointer}/${place}`));
  };
}

/** An object with these properties and no other. @param rest looks at it as a whole */
export function shape(
  required: Rules,
  optional: Rules = {},
  rest?: (faults: Faults, part: Part, pointer: string) => void,
): Rule {
  return (faults, value, pointer) => {
    if (!isPart(value)) return faults.add("must be an object", pointer);
    for (const [name, rule] of Object.entries(required)) {
      if (value[name] === undefined) {
        faults.add(`missing required field: ${name}`, pointer);
      } else rule(faults, value[name], `${pointer}/${name}`);
    }
    for (const [name, one] of Object.entries(value)) {
      if (one === undefined || name in required) continue;
      const rule = optional[name];
      if (rule) rule(faults, one, `${pointer}/${name}`);
      else if (name !== "type") {
        faults.add(`invalid additional property: ${name}`, pointer);
      }
    }
    rest?.(faults, value, pointer);
  };
}

/** A part of one of several types, each with a rule of its own. */
export function typed(rules: Rules): Rule {
  return (faults, value, pointer) => {
    if (!isPart(value)) return faults.add("must be an object", pointer);
    const type = String(value.type);
    const rule = Object.hasOwn(rules, type) ? rules[type] : undefined;
    if (rule) rule(faults, value, pointer);
    else faults.add(`unsupported type: ${type}`, `${pointer}/type`);
  };
}
