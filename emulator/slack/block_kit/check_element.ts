import { type Faults, isPart, type Part } from "./faults.ts";

/** Elements by the places they may stand in; https://docs.slack.dev/reference/block-kit/block-elements. */
const SELECTS = [
  "static_select",
  "external_select",
  "users_select",
  "conversations_select",
  "channels_select",
];
const MULTI_SELECTS = SELECTS.map((type) => `multi_${type}`);
const PICKERS = ["datepicker", "timepicker", "datetimepicker"];
const CHOICES = ["checkboxes", "radio_buttons"];
const TYPED = [
  "plain_text_input",
  "email_text_input",
  "url_text_input",
  "number_input",
  "rich_text_input",
  "file_input",
];

export type Place = "actions" | "section" | "input";

const ALLOWED: Record<Place, ReadonlySet<string>> = {
  actions: new Set([
    "button",
    "workflow_button",
    "overflow",
    ...SELECTS,
    ...MULTI_SELECTS,
    ...PICKERS,
    ...CHOICES,
  ]),
  section: new Set([
    "button",
    "workflow_button",
    "overflow",
    "image",
    ...SELECTS,
    ...MULTI_SELECTS,
    ...PICKERS,
    ...CHOICES,
  ]),
  input: new Set([
    ...TYPED,
    ...SELECTS,
    ...MULTI_SELECTS,
    ...PICKERS,
    ...CHOICES,
  ]),
};

/** Notes what Slack would refuse in one element. */
export function checkElement(
  faults: Faults,
  value: unknown,
  place: Place,
  surface: "message" | "modal",
  pointer: string,
): void {
  const element = faults.part(value, pointer);
  if (!element) return;
  const type = String(element.type);
  if (!ALLOWED[place].has(type)) {
    return faults.add(`unsupported type: ${type}`, `${pointer}/type`);
  }
  if (element.action_id !== undefined) {
    faults.string(element.action_id, 255, `${pointer}/action_id`);
  }
  if (element.placeholder !== undefined) {
    faults.text(element.placeholder, 150, `${pointer}/placeholder`);
  }
  if (element.confirm !== undefined) {
    checkConfirm(faults, element.confirm, `${pointer}/confirm`);
  }
  if (type === "button") checkButton(faults, element, pointer);
  if (type === "workflow_button") {
    if (surface === "modal") faults.add(`unsupported type: ${type}`, pointer);
    checkWorkflowButton(faults, element, pointer);
  }
  if (type.endsWith("static_select")) checkOptions(faults, element, pointer);
  if (CHOICES.includes(type)) {
    checkOptionList(faults, element.options, 10, `${pointer}/options`);
  }
  if (type === "overflow") {
    checkOptionList(faults, element.options, 5, `${pointer}/options`);
  }
  if (
    type === "number_input" && typeof element.is_decimal_allowed !== "boolean"
  ) {
    faults.add("missing required field: is_decimal_allowed", pointer);
  }
  if (type === "image") {
    faults.string(element.alt_text, 2000, `${pointer}/alt_text`);
  }
}

function checkButton(faults: Faults, element: Part, pointer: string): void {
  faults.text(element.text, 75, `${pointer}/text`);
  if (element.value !== undefined) {
    faults.string(element.value, 2000, `${pointer}/value`, 0);
  }
  if (element.url !== undefined) {
    faults.string(element.url, 3000, `${pointer}/url`);
  }
  if (
    element.style !== undefined &&
    !["primary", "danger"].includes(String(element.style))
  ) faults.add("must be primary or danger", `${pointer}/style`);
}

function checkWorkflowButton(
  faults: Faults,
  element: Part,
  pointer: string,
): void {
  faults.text(element.text, 75, `${pointer}/text`);
  const workflow = faults.part(element.workflow, `${pointer}/workflow`);
  const trigger = faults.part(workflow?.trigger, `${pointer}/workflow/trigger`);
  if (!trigger) return;
  const inner = `${pointer}/workflow/trigger`;
  faults.string(trigger.url, 3000, `${inner}/url`);
  if (trigger.customizable_input_parameters === undefined) return;
  const list = `${inner}/customizable_input_parameters`;
  const parameters = faults.list(
    trigger.customizable_input_parameters,
    10,
    list,
    0,
  );
  for (const [place, parameter] of parameters.entries()) {
    const part = faults.part(parameter, `${list}/${place}`);
    if (!part) continue;
    faults.string(part.name, 255, `${list}/${place}/name`);
    faults.string(part.value, 4000, `${list}/${place}/value`, 0);
  }
}

function checkConfirm(faults: Faults, value: unknown, pointer: string): void {
  const confirm = faults.part(value, pointer);
  if (!confirm) return;
  faults.text(confirm.title, 100, `${pointer}/title`);
  faults.text(confirm.text, 300, `${pointer}/text`, "any");
  faults.text(confirm.confirm, 30, `${pointer}/confirm`);
  faults.text(confirm.deny, 30, `${pointer}/deny`);
}

function checkOptions(faults: Faults, element: Part, pointer: string): void {
  if (element.option_groups === undefined) {
    return checkOptionList(faults, element.options, 100, `${pointer}/options`);
  }
  const groups = faults.list(
    element.option_groups,
    100,
    `${pointer}/option_groups`,
  );
  for (const [place, value] of groups.entries()) {
    const inner = `${pointer}/option_groups/${place}`;
    const group = faults.part(value, inner);
    if (!group) continue;
    faults.text(group.label, 75, `${inner}/label`);
    checkOptionList(faults, group.options, 100, `${inner}/options`);
  }
}

function checkOptionList(
  faults: Faults,
  value: unknown,
  most: number,
  pointer: string,
): void {
  const seen = new Set<unknown>();
  for (const [place, one] of faults.list(value, most, pointer).entries()) {
    const option = faults.part(one, `${pointer}/${place}`);
    if (!option) continue;
    faults.text(option.text, 75, `${pointer}/${place}/text`, "any");
    if (option.description !== undefined) {
      faults.text(
        option.description,
        75,
        `${pointer}/${place}/description`,
        "any",
      );
    }
    if (option.value !== undefined) {
      faults.string(option.value, 150, `${pointer}/${place}/value`);
    }
    if (seen.has(option.value)) {
      faults.add("option values must be unique", `${pointer}/${place}/value`);
    }
    seen.add(option.value);
  }
}

/** All options of a select, groups taken apart. */
export function optionsOf(element: Part): Part[] {
  const direct = Array.isArray(element.options) ? element.options : [];
  const groups = Array.isArray(element.option_groups)
    ? element.option_groups
    : [];
  return [
    ...direct,
    ...groups.flatMap((group) =>
      isPart(group) && Array.isArray(group.options) ? group.options : []
    ),
  ].filter(isPart);
}
