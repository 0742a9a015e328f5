import type { Pictured } from "./picture_of.ts";

/**
 * Block Kit as the page draws it: lenient, since what is wrong was refused when it was posted.
 * https://docs.slack.dev/reference/block-kit
 */
export interface TextObject {
  type: "plain_text" | "mrkdwn";
  text: string;
  emoji?: boolean;
}

export interface Confirm {
  title?: TextObject;
  text: TextObject;
  confirm?: TextObject;
  deny?: TextObject;
  style?: "primary" | "danger";
}

export interface Option {
  text: TextObject;
  value: string;
  description?: TextObject;
  url?: string;
}

export interface OptionGroup {
  label: TextObject;
  options: Option[];
}

interface Acting {
  action_id: string;
  confirm?: Confirm;
  focus_on_load?: boolean;
  placeholder?: TextObject;
}

export interface ButtonElement extends Acting {
  type: "button" | "workflow_button";
  text: TextObject;
  style?: "primary" | "danger";
  url?: string;
  value?: string;
  accessibility_label?: string;
}

export interface TextElement extends Acting {
  type:
    | "plain_text_input"
    | "number_input"
    | "email_text_input"
    | "url_text_input"
    | "rich_text_input";
  initial_value?: string;
  multiline?: boolean;
  min_length?: number;
  max_length?: number;
  min_value?: string;
  max_value?: string;
  is_decimal_allowed?: boolean;
  dispatch_action_config?: {
    trigger_actions_on?: ("on_enter_pressed" | "on_character_entered")[];
  };
}

type SelectKind =
  | "static"
  | "external"
  | "users"
  | "channels"
  | "conversations";

export interface SelectElement extends Acting {
  type: `${SelectKind}_select` | `multi_${SelectKind}_select`;
  options?: Option[];
  option_groups?: OptionGroup[];
  initial_option?: Option;
  initial_options?: Option[];
  initial_user?: string;
  initial_users?: string[];
  initial_channel?: string;
  initial_channels?: string[];
  initial_conversation?: string;
  initial_conversations?: string[];
  default_to_current_conversation?: boolean;
  filter?: { include?: string[]; exclude_bot_users?: boolean };
  min_query_length?: number;
  max_selected_items?: number;
}

export interface ChoicesElement extends Acting {
  type: "checkboxes" | "radio_buttons";
  options: Option[];
  initial_option?: Option;
  initial_options?: Option[];
}

export interface PickerElement extends Acting {
  type: "datepicker" | "timepicker" | "datetimepicker";
  initial_date?: string;
  initial_time?: string;
  /** Seconds since the Unix epoch. */
  initial_date_time?: number;
}

export interface FileElement extends Acting {
  type: "file_input";
  /** Endings without the dot. */
  filetypes?: string[];
  max_files?: number;
}

export interface OverflowElement extends Acting {
  type: "overflow";
  options: Option[];
}

export interface ImageElement extends Pictured {
  type: "image";
  alt_text: string;
}

/** An element with a value that a form keeps. */
export type FieldElement =
  | TextElement
  | SelectElement
  | ChoicesElement
  | PickerElement
  | FileElement;

export type Element =
  | FieldElement
  | ButtonElement
  | OverflowElement
  | ImageElement;

export interface RichStyle {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
}

export type RichLeaf =
  & { style?: RichStyle }
  & (
    | { type: "text"; text: string }
    | { type: "link"; url: string; text?: string }
    | { type: "emoji"; name: string; unicode?: string }
    | { type: "user"; user_id: string }
    | { type: "channel"; channel_id: string }
    | { type: "usergroup"; usergroup_id: string }
    | { type: "broadcast"; range: string }
    | { type: "date"; timestamp: number; format?: string }
    | { type: "color"; value: string }
  );

export type RichPart =
  | {
    type: "rich_text_section" | "rich_text_quote" | "rich_text_preformatted";
    elements: RichLeaf[];
  }
  | {
    type: "rich_text_list";
    style: "bullet" | "ordered";
    indent?: number;
    offset?: number;
    elements: { type: "rich_text_section"; elements: RichLeaf[] }[];
  };

export interface InputBlock {
  type: "input";
  block_id?: string;
  label: TextObject;
  hint?: TextObject;
  optional?: boolean;
  dispatch_action?: boolean;
  element: FieldElement;
}

export interface VideoBlock {
  type: "video";
  block_id?: string;
  alt_text: string;
  title: TextObject;
  title_url?: string;
  thumbnail_url: string;
  video_url: string;
  provider_name?: string;
  author_name?: string;
  description?: TextObject;
}

export type Block =
  | InputBlock
  | { type: "header"; block_id?: string; text: TextObject }
  | { type: "divider"; block_id?: string }
  | {
    type: "section";
    block_id?: string;
    text?: TextObject;
    fields?: TextObject[];
    accessory?: Element;
  }
  | {
    type: "context";
    block_id?: string;
    elements: (TextObject | ImageElement)[];
  }
  | { type: "actions"; block_id?: string; elements: Element[] }
  | Pictured & {
    type: "image";
    block_id?: string;
    alt_text: string;
    title?: TextObject;
  }
  | { type: "rich_text"; block_id?: string; elements: RichPart[] }
  | { type: "markdown"; block_id?: string; text: string }
  | VideoBlock;
