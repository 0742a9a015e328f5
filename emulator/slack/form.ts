import { elementsOf } from "./block_kit/block_ids.ts";
import {
  type Directory,
  isStateful,
  NotPossible,
  touched,
  valueIn,
  wordsOf,
} from "./block_kit/element_state.ts";
import { isPart, type Part } from "./block_kit/faults.ts";
import { stateOf, type View, type Views } from "./views.ts";

const REQUIRED = "Please complete this required field.";

/**
 * Puts what a person filled in into a modal. Keys are block ids or the labels that stand over the fields; a value is
 * bare, or `{ action_id: value }`.
 */
export function fillForm(
  views: Views,
  view: View,
  values: Record<string, unknown>,
  directory: Directory,
): void {
  for (const [key, value] of Object.entries(values)) {
    const block = blockCalled(view, key);
    const elements = elementsOf(block).filter(isStateful);
    const named = isPart(value)
      ? elements.filter((one) => String(one.action_id) in value)
      : [];
    const first = elements[0];
    if (!first) throw new NotPossible(`There is no field in “${key}”.`);
    const block_id = String(block.block_id);
    if (named.length === 0) {
      const state = touched(first, value, directory);
      views.touch(view, block_id, String(first.action_id), state);
    }
    for (const element of named) {
      const action_id = String(element.action_id);
      const given = isPart(value) ? value[action_id] : undefined;
      views.touch(
        view,
        block_id,
        action_id,
        touched(element, given, directory),
      );
    }
  }
}

/** What a form still has fields for: it may have changed under the fingers of whoever filled it in. */
export function stillThere(
  view: View,
  values: Record<string, unknown>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).filter(([key]) => findBlock(view, key)),
  );
}

function findBlock(view: View, key: string): Part | undefined {
  const sought = key.trim().toLowerCase();
  return view.blocks.find((block) => block.block_id === key) ??
    view.blocks.find((block) =>
      [block.label, block.text].some((text) =>
        wordsOf(text).trim().toLowerCase() === sought
      )
    );
}

function blockCalled(view: View, key: string): Part {
  const found = findBlock(view, key);
  if (found) return found;
  const labels = view.blocks.flatMap((block) => wordsOf(block.label) || []);
  throw new NotPossible(
    `There is no field “${key}” in this form; it has ${
      labels.map((label) => `“${label}”`).join(", ") || "none"
    }.`,
  );
}

/** What Slack's own client says before it sends a form: one sentence a block, or nothing. */
export function clientErrors(view: View): Record<string, string> {
  const errors: Record<string, string> = {};
  const state = stateOf(view);
  for (const block of view.blocks) {
    const element = block.element;
    if (block.type !== "input" || !isPart(element)) continue;
    const block_id = String(block.block_id);
    const kept = state[block_id]?.[String(element.action_id)];
    const value = kept ? valueIn(kept) : null;
    const empty = value === null || value === "" ||
      (Array.isArray(value) && value.length === 0);
    const error = empty
      ? (block.optional === true ? null : REQUIRED)
      : wrongText(element, String(value));
    if (error) errors[block_id] = error;
  }
  return errors;
}

function wrongText(element: Part, value: string): string | null {
  const { type, min_length, max_length, min_value, max_value } = element;
  if (typeof min_length === "number" && value.length < min_length) {
    return `Enter at least ${min_length} characters.`;
  }
  const most = typeof max_length === "number" ? max_length : 3000;
  if (type === "plain_text_input" && value.length > most) {
    return `Enter no more than ${most} characters.`;
  }
  if (type === "email_text_input" && !/^\S+@\S+\.\S+$/.test(value)) {
    return "Enter a valid email.";
  }
  if (type === "url_text_input" && !URL.canParse(value)) {
    return "Enter a valid link.";
  }
  if (type !== "number_input") return null;
  const number = Number(value);
  if (Number.isNaN(number)) return "Enter a number.";
  if (element.is_decimal_allowed !== true && !Number.isInteger(number)) {
    return "Enter a whole number.";
  }
  if (min_value !== undefined && number < Number(min_value)) {
    return `Enter ${min_value} or more.`;
  }
  if (max_value !== undefined && number > Number(max_value)) {
    return `Enter ${max_value} or less.`;
  }
  return null;
}
