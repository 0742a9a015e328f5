import { optionsOf } from "./options_of.ts";
import { isPart, type Part } from "./faults.ts";

/** How an element's value is kept in `view.state.values`: under which name, and whether it is a list. */
const STATE: Readonly<
  Record<string, { key: string; initial: string; many?: true }>
> = {
  plain_text_input: { key: "value", initial: "initial_value" },
  email_text_input: { key: "value", initial: "initial_value" },
  url_text_input: { key: "value", initial: "initial_value" },
  number_input: { key: "value", initial: "initial_value" },
  rich_text_input: { key: "rich_text_value", initial: "initial_value" },
  file_input: { key: "files", initial: "", many: true },
  static_select: { key: "selected_option", initial: "initial_option" },
  external_select: { key: "selected_option", initial: "initial_option" },
  radio_buttons: { key: "selected_option", initial: "initial_option" },
  overflow: { key: "selected_option", initial: "" },
  users_select: { key: "selected_user", initial: "initial_user" },
  channels_select: { key: "selected_channel", initial: "initial_channel" },
  conversations_select: {
    key: "selected_conversation",
    initial: "initial_conversation",
  },
  datepicker: { key: "selected_date", initial: "initial_date" },
  timepicker: { key: "selected_time", initial: "initial_time" },
  datetimepicker: {
    key: "selected_date_time",
    initial: "initial_date_time",
  },
  checkboxes: {
    key: "selected_options",
    initial: "initial_options",
    many: true,
  },
  multi_static_select: {
    key: "selected_options",
    initial: "initial_options",
    many: true,
  },
  multi_external_select: {
    key: "selected_options",
    initial: "initial_options",
    many: true,
  },
  multi_users_select: {
    key: "selected_users",
    initial: "initial_users",
    many: true,
  },
  multi_channels_select: {
    key: "selected_channels",
    initial: "initial_channels",
    many: true,
  },
  multi_conversations_select: {
    key: "selected_conversations",
    initial: "initial_conversations",
    many: true,
  },
};

/** Turns a name into an id where an element wants one: `#texts` into `C0…`, `dana` into `U0…`. */
export interface Directory {
  channel(words: string): string | undefined;
  user(words: string): string | undefined;
  /** A file as Slack shows it, by its id. */
  file(id: string): Part | undefined;
}

/** What a client says when a person could not have done that. */
export class NotPossible extends Error {}

export function isStateful(element: Part): boolean {
  return String(element.type) in STATE && element.type !== "overflow";
}

/** An element nobody has touched. @param here the channel the view was opened from */
export function untouched(element: Part, here: string | null): Part {
  const type = String(element.type);
  const state = STATE[type];
  if (!state) return { type };
  let value = state.initial ? element[state.initial] : undefined;
  if (
    value === undefined && element.default_to_current_conversation === true &&
    here
  ) value = state.many ? [here] : here;
  return { type, [state.key]: value ?? (state.many ? [] : null) };
}

/** The value within an element's state: a string, an option, a list, or null. */
export function valueIn(state: Part): unknown {
  const found = STATE[String(state.type)];
  return found ? state[found.key] ?? null : null;
}

/** Reads what a person put into an element: a bare value, or what Slack itself keeps. */
export function touched(
  element: Part,
  given: unknown,
  directory: Directory,
): Part {
  const type = String(element.type);
  const state = STATE[type];
  if (!state) return { type };
  let value = given;
  if (isPart(given)) {
    if (state.key in given) value = given[state.key];
    else if ("value" in given && !("text" in given)) value = given.value;
  }
  if (value === null || value === undefined || value === "") {
    return { type, [state.key]: state.many ? [] : null };
  }
  if (!state.many) {
    return { type, [state.key]: readOne(element, state.key, value, directory) };
  }
  const list = Array.isArray(value) ? value : [value];
  const most = element.max_selected_items ?? element.max_files;
  if (typeof most === "number" && list.length > most) {
    throw new NotPossible(`No more than ${most} can be chosen here.`);
  }
  const key = state.key.replace(/s$/, "");
  return {
    type,
    [state.key]: list.map((one) => readOne(element, key, one, directory)),
  };
}

function readOne(
  element: Part,
  key: string,
  value: unknown,
  directory: Directory,
): unknown {
  switch (key) {
    case "selected_option":
      return readOption(element, value);
    case "selected_channel":
    case "selected_conversation": {
      const id = directory.channel(String(value));
      if (!id) throw new NotPossible(`There is no channel ${value}.`);
      return id;
    }
    case "selected_user": {
      const id = directory.user(String(value));
      if (!id) throw new NotPossible(`There is nobody called ${value}.`);
      return id;
    }
    case "selected_date_time":
      return Number(value);
    case "file": {
      const id = String(isPart(value) ? value.id : value);
      const file = directory.file(id);
      if (!file) throw new NotPossible(`There is no file ${id}.`);
      const { filetypes } = element;
      if (Array.isArray(filetypes) && !filetypes.includes(file.filetype)) {
        throw new NotPossible(
          `Only ${filetypes.join(", ")} files can be chosen here.`,
        );
      }
      return file;
    }
    case "rich_text_value":
      return value;
    default:
      return String(value);
  }
}

function readOption(element: Part, value: unknown): Part {
  const external = String(element.type).endsWith("external_select");
  const sought = isPart(value) ? value.value : value;
  const found = optionsOf(element).find((option) =>
    option.value === sought || wordsOf(option.text) === sought
  );
  if (found) return found;
  if (external) {
    return isPart(value) ? value : {
      text: { type: "plain_text", text: String(value), emoji: true },
      value: String(value),
    };
  }
  throw new NotPossible(`There is no option ${JSON.stringify(sought)}.`);
}

/** The words of a text object. */
export function wordsOf(text: unknown): string {
  return isPart(text) && typeof text.text === "string" ? text.text : "";
}
