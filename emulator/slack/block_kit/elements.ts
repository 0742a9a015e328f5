import type { Faults, Part } from "./faults.ts";
import {
  confirm,
  option,
  optionGroups,
  options,
  picture,
  plain,
  style,
  words,
} from "./objects.ts";
import { richText } from "./rich_text_rules.ts";
import {
  flag,
  list,
  oneOf,
  type Rule,
  type Rules,
  shape,
  string,
  whole,
  written,
} from "./rules.ts";

/** Interactive elements; https://docs.slack.dev/reference/block-kit/block-elements */

const named = { action_id: string(255) };
const asking = { ...named, confirm };
const focusable = { ...asking, focus_on_load: flag };
const chosen = { ...focusable, placeholder: plain(150) };
const typing = {
  ...named,
  focus_on_load: flag,
  placeholder: plain(150),
  dispatch_action_config: shape({
    trigger_actions_on: list(
      oneOf("on_enter_pressed", "on_character_entered"),
      2,
    ),
  }),
};

/** A person, channel or conversation by its id. */
const id = string(255);
const ids = list(id, 1000, 0);
const many = { max_selected_items: whole(1, 1000) };
const respondable = { response_url_enabled: flag };

const conversations = {
  default_to_current_conversation: flag,
  filter: shape({}, {
    include: list(oneOf("im", "mpim", "private", "public"), 4),
    exclude_external_shared_channels: flag,
    exclude_bot_users: flag,
  }),
};

/** Options of its own, in a list or in groups, but not both. */
function staticSelect(more: Rules): Rule {
  return shape({}, {
    ...chosen,
    options: options(100),
    option_groups: optionGroups,
    ...more,
  }, (faults, select, pointer) => {
    const given = ["options", "option_groups"].filter((key) =>
      select[key] !== undefined
    );
    if (given.length !== 1) {
      faults.add("must have either options or option_groups", pointer);
    }
  });
}

const externalSelect = { ...chosen, min_query_length: whole(0, 3000) };
const date = written(/^\d{4}-\d{2}-\d{2}$/, "2026-11-20");
const time = written(/^([01]\d|2[0-3]):[0-5]\d$/, "17:05");
/** Seconds since the Unix epoch, in ten digits. */
const moment = whole(1_000_000_000, 9_999_999_999);
const choices = options(10, words(75));

const pressable = { ...asking, style, accessibility_label: string(75) };
const workflow = shape({
  trigger: shape({ url: string(3000) }, {
    customizable_input_parameters: list(
      shape({ name: string(255), value: string(4000, 0) }),
      10,
      0,
    ),
  }),
});

function lengths(faults: Faults, field: Part, pointer: string): void {
  const { min_length, max_length } = field;
  if (Number(min_length) > Number(max_length)) {
    faults.add("min_length must be less than max_length", pointer);
  }
}

/** What each element may hold. Where it may stand is said elsewhere. */
export const ELEMENTS: Rules = {
  button: shape({ text: plain(75) }, {
    ...pressable,
    value: string(2000, 0),
    url: string(3000),
  }),
  workflow_button: shape({ text: plain(75), workflow }, pressable),
  overflow: shape({ options: options(5, plain(75), { url: string(3000) }) }, {
    ...asking,
  }),
  image: shape({ alt_text: string(2000) }, picture, onePicture),
  static_select: staticSelect({ initial_option: option() }),
  multi_static_select: staticSelect({
    ...many,
    initial_options: list(option(), 100),
  }),
  external_select: shape({}, { ...externalSelect, initial_option: option() }),
  multi_external_select: shape({}, {
    ...externalSelect,
    ...many,
    initial_options: list(option(), 100),
  }),
  users_select: shape({}, { ...chosen, initial_user: id }),
  multi_users_select: shape({}, { ...chosen, ...many, initial_users: ids }),
  channels_select: shape({}, {
    ...chosen,
    ...respondable,
    initial_channel: id,
  }),
  multi_channels_select: shape({}, {
    ...chosen,
    ...many,
    initial_channels: ids,
  }),
  conversations_select: shape({}, {
    ...chosen,
    ...respondable,
    ...conversations,
    initial_conversation: id,
  }),
  multi_conversations_select: shape({}, {
    ...chosen,
    ...many,
    ...conversations,
    initial_conversations: ids,
  }),
  checkboxes: shape({ options: choices }, {
    ...focusable,
    initial_options: list(option(words(75)), 10),
  }),
  radio_buttons: shape({ options: choices }, {
    ...focusable,
    initial_option: option(words(75)),
  }),
  datepicker: shape({}, { ...chosen, initial_date: date }),
  timepicker: shape({}, {
    ...chosen,
    initial_time: time,
    timezone: string(255),
  }),
  datetimepicker: shape({}, { ...focusable, initial_date_time: moment }),
  plain_text_input: shape({}, {
    ...typing,
    initial_value: string(3000, 0),
    multiline: flag,
    min_length: whole(0, 3000),
    max_length: whole(1, 3000),
  }, lengths),
  number_input: shape({ is_decimal_allowed: flag }, {
    ...typing,
    initial_value: string(3000, 0),
    min_value: string(255),
    max_value: string(255),
  }),
  email_text_input: shape({}, { ...typing, initial_value: string(3000, 0) }),
  url_text_input: shape({}, { ...typing, initial_value: string(3000, 0) }),
  rich_text_input: shape({}, {
    ...typing,
    initial_value: richText,
    min_lines: whole(1, 1000),
    max_lines: whole(1, 1000),
  }),
  file_input: shape({}, {
    ...named,
    filetypes: list(string(255), 100),
    max_files: whole(1, 10),
  }),
};

export function onePicture(faults: Faults, part: Part, pointer: string): void {
  const given = Object.keys(picture).filter((key) => part[key] !== undefined);
  if (given.length !== 1) {
    faults.add("must have either image_url or slack_file", pointer);
  }
}
