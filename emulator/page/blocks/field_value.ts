import type { HeldValue } from "../desk_state.ts";
import type { Block, FieldElement, Option, RichPart } from "./block_kit.ts";

/** What a field holds: text, the value of an option, an id, a date; several of them for a multi-select or checkboxes. */
export type FieldValue = string | string[] | null;

/** By block id, then by action id: the same order as in Slack's `view.state.values`. */
export type FieldValues = Record<string, Record<string, FieldValue>>;

const fieldTypes = new Set([
  "plain_text_input",
  "number_input",
  "email_text_input",
  "url_text_input",
  "rich_text_input",
  "checkboxes",
  "radio_buttons",
  "datepicker",
  "timepicker",
  "datetimepicker",
  "file_input",
]);

export function isField(element: { type: string }): element is FieldElement {
  return fieldTypes.has(element.type) || element.type.endsWith("_select");
}

/** Every field of the blocks, with the id of the block that it is in. */
export function fieldsOf(
  blocks: Block[],
): { blockId: string; element: FieldElement }[] {
  return blocks.flatMap((block) => {
    const elements = block.type === "input"
      ? [block.element]
      : block.type === "actions"
      ? block.elements
      : block.type === "section" && block.accessory
      ? [block.accessory]
      : [];
    const blockId = block.block_id ?? "";
    return elements.filter(isField).map((element) => ({ blockId, element }));
  });
}

export function holdsMany(element: FieldElement): boolean {
  return element.type === "checkboxes" || element.type === "file_input" ||
    element.type.startsWith("multi_");
}

/** What a field holds before anyone touches it. */
export function initialValue(
  element: FieldElement,
  currentChannel: string,
): FieldValue {
  if (
    "default_to_current_conversation" in element &&
    element.default_to_current_conversation &&
    !element.initial_conversation && !element.initial_conversations
  ) {
    return holdsMany(element) ? [currentChannel] : currentChannel;
  }
  if (holdsMany(element)) return initialMany(element);
  if ("initial_option" in element && element.initial_option) {
    return element.initial_option.value;
  }
  if ("initial_date_time" in element && element.initial_date_time) {
    return String(element.initial_date_time);
  }
  const one = "initial_value" in element
    ? element.initial_value
    : "initial_user" in element
    ? element.initial_user
    : "initial_channel" in element
    ? element.initial_channel
    : "initial_conversation" in element
    ? element.initial_conversation
    : "initial_date" in element
    ? element.initial_date
    : "initial_time" in element
    ? element.initial_time
    : undefined;
  return one ?? null;
}

function initialMany(element: FieldElement): string[] {
  if ("initial_options" in element && element.initial_options) {
    return element.initial_options.map((option) => option.value);
  }
  if ("initial_users" in element) return element.initial_users ?? [];
  if ("initial_channels" in element) return element.initial_channels ?? [];
  if ("initial_conversations" in element) {
    return element.initial_conversations ?? [];
  }
  return [];
}

/** What Slack says that a field holds; undefined when it says nothing of it. */
export function heldValue(held: HeldValue | undefined): FieldValue | undefined {
  if (!held) return undefined;
  if (held.selected_options || held.selected_option) {
    const values = heldOptions(held).map((option) => option.value);
    return held.selected_options ? values : values[0];
  }
  if (held.files) return held.files.map(({ id }) => id);
  if (held.rich_text_value) {
    return held.rich_text_value.elements.map(words).join("\n");
  }
  if (held.selected_date_time) return String(held.selected_date_time);
  return held.selected_users ?? held.selected_channels ??
    held.selected_conversations ?? held.value ?? held.selected_user ??
    held.selected_channel ?? held.selected_conversation ??
    held.selected_date ?? held.selected_time;
}

/** The options that a select or choice holds, whole. */
export function heldOptions(held: HeldValue | undefined): Option[] {
  const one = held?.selected_option;
  return held?.selected_options ?? (one ? [one] : []);
}

function words(part: RichPart): string {
  if (part.type === "rich_text_list") {
    return part.elements.map(words).join("\n");
  }
  return part.elements.map((leaf) => leaf.type === "text" ? leaf.text : "")
    .join("");
}

/** Typed text as the rich text block that a `rich_text_input` holds. */
export function richText(value: FieldValue): unknown {
  if (!value || Array.isArray(value)) return null;
  return {
    type: "rich_text",
    elements: [{
      type: "rich_text_section",
      elements: [{ type: "text", text: value }],
    }],
  };
}
