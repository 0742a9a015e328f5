/**
 * Trigger filters, as the guide to event triggers has them:
 * https://docs.slack.dev/tools/deno-slack-sdk/guides/creating-event-triggers#filters
 * What only the older API document allows (`!=`) is refused, so that nobody leans on it: `NOT` with `==` says the same.
 */

type Value = string | number | boolean | null;

/** `text` is what an unquoted word or number looks like as text: `1710000000.000100` must not lose its zeros. */
type Operand =
  | { kind: "reference"; path: string[] }
  | { kind: "literal"; value: Value; text?: string };

type Comparator = "==" | ">" | "<" | ">=" | "<=" | "CONTAINS";

type Rule =
  | { kind: "statement"; left: Operand; comparator: Comparator; right: Operand }
  | { kind: "logic"; operator: "AND" | "OR" | "NOT"; inputs: Rule[] };

const MAX_DEPTH = 5;

class FilterProblem extends Error {}

/** What is wrong with a filter, in one sentence; null when nothing is. */
export function checkFilter(filter: unknown): string | null {
  try {
    readFilter(filter);
    return null;
  } catch (problem) {
    if (problem instanceof FilterProblem) return problem.message;
    throw problem;
  }
}

/** Whether an event whose `{{data.*}}` is `data` gets through. No filter lets everything through; a wrong one throws. */
export function passesFilter(
  filter: unknown,
  data: Readonly<Record<string, unknown>>,
): boolean {
  if (filter === undefined || filter === null) return true;
  return evaluate(readFilter(filter), data);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** What has been read, since every event asks for it; a trigger that changes gets a new filter. */
const known = new WeakMap<object, Rule>();

function readFilter(filter: unknown): Rule {
  if (!isRecord(filter)) throw new FilterProblem("filter must be an object");
  const before = known.get(filter);
  if (before) return before;
  if (filter.version !== 1) {
    throw new FilterProblem("filter version must be 1");
  }
  const rule = readRule(filter.root, 0);
  known.set(filter, rule);
  return rule;
}

function readRule(rule: unknown, depth: number): Rule {
  if (!isRecord(rule)) {
    throw new FilterProblem("filter root and inputs must be objects");
  }
  const { statement, operator, inputs, ...rest } = rule;
  const unknown = Object.keys(rest)[0];
  if (unknown !== undefined) {
    throw new FilterProblem(`filter has an unknown key: ${unknown}`);
  }
  if (typeof statement === "string" && operator === undefined) {
    return readStatement(statement);
  }
  if (operator !== "AND" && operator !== "OR" && operator !== "NOT") {
    throw new FilterProblem(
      "filter needs a statement, or an operator AND, OR or NOT",
    );
  }
  if (depth === MAX_DEPTH) {
    throw new FilterProblem(`filter has more than ${MAX_DEPTH} nested blocks`);
  }
  if (!Array.isArray(inputs) || inputs.length === 0) {
    throw new FilterProblem(`filter operator ${operator} needs inputs`);
  }
  if (operator === "NOT" && inputs.length !== 1) {
    throw new FilterProblem("filter operator NOT must contain only one input");
  }
  return {
    kind: "logic",
    operator,
    inputs: inputs.map((input) => readRule(input, depth + 1)),
  };
}

const OPERAND = String.raw`\{\{[^{}]*\}\}|'[^']*'|"[^"]*"|[^\s=<>!'"{}]+`;
const STATEMENT = new RegExp(
  String
    .raw`^\s*(${OPERAND})\s*(==|>=|<=|>|<|(?<=\s|\})CONTAINS(?=\s))\s*(${OPERAND})\s*$`,
);

function isComparator(text: string | undefined): text is Comparator {
  return ["==", ">", "<", ">=", "<=", "CONTAINS"].includes(text ?? "");
}

function readStatement(statement: string): Rule {
  const [, left, comparator, right] = STATEMENT.exec(statement) ?? [];
  if (left === undefined || right === undefined || !isComparator(comparator)) {
    throw new FilterProblem(
      `filter statement is not a comparison by ==, >, <, >=, <= or CONTAINS: ${statement}`,
    );
  }
  return {
    kind: "statement",
    left: readOperand(left),
    comparator,
    right: readOperand(right),
  };
}

function readOperand(text: string): Operand {
  if (text.startsWith("{{")) {
    const path = text.slice(2, -2).trim().split(".");
    if (path.shift() !== "data" || path.length === 0 || path.includes("")) {
      throw new FilterProblem(
        `filter refers to something else than data: ${text}`,
      );
    }
    return { kind: "reference", path };
  }
  if (text.startsWith("'") || text.startsWith('"')) {
    return { kind: "literal", value: text.slice(1, -1) };
  }
  if (text === "null") return { kind: "literal", value: null };
  if (text === "true" || text === "false") {
    return { kind: "literal", value: text === "true", text };
  }
  if (/^-?\d+(\.\d+)?$/.test(text)) {
    return { kind: "literal", value: Number(text), text };
  }
  return { kind: "literal", value: text };
}

/** All inputs are evaluated: Slack does not short-circuit either. */
function evaluate(
  rule: Rule,
  data: Readonly<Record<string, unknown>>,
): boolean {
  if (rule.kind === "statement") {
    return compare(rule.comparator, rule.left, rule.right, data);
  }
  const results = rule.inputs.map((input) => evaluate(input, data));
  if (rule.operator === "AND") return results.every(Boolean);
  if (rule.operator === "OR") return results.some(Boolean);
  return !results[0];
}

/** A path that leads nowhere is null; so is what is not of a type that filters know. */
function resolve(
  operand: Operand,
  data: Readonly<Record<string, unknown>>,
): Value {
  if (operand.kind === "literal") return operand.value;
  let value: unknown = data;
  for (const step of operand.path) {
    value = isRecord(value) && Object.hasOwn(value, step) ? value[step] : null;
  }
  return typeof value === "string" || typeof value === "number" ||
      typeof value === "boolean"
    ? value
    : null;
}

function compare(
  comparator: Comparator,
  left: Operand,
  right: Operand,
  data: Readonly<Record<string, unknown>>,
): boolean {
  let a = resolve(left, data);
  let b = resolve(right, data);
  // An unquoted number against a text is a text: samples write `{{data.thread_ts}} == 1710000000.000100`.
  if (typeof a === "string" && right.kind === "literal") b = right.text ?? b;
  if (typeof b === "string" && left.kind === "literal") a = left.text ?? a;
  if (comparator === "==") return a === b;
  if (comparator === "CONTAINS") {
    return typeof a === "string" && typeof b === "string" && a.includes(b);
  }
  if (typeof a !== "number" || typeof b !== "number") return false;
  if (comparator === ">") return a > b;
  if (comparator === "<") return a < b;
  return comparator === ">=" ? a >= b : a <= b;
}
