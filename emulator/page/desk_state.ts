import type { Block, Option, RichPart } from "./blocks/block_kit.ts";

/** A person or the app's bot, as `GET /desk/state` describes them. */
export interface Person {
  id: string;
  name: string;
  real_name?: string;
  is_bot?: boolean;
}

export interface Channel {
  id: string;
  name: string;
  is_private?: boolean;
  /** A direct message with the app; its name is nobody's to read. */
  is_im?: boolean;
  is_archived?: boolean;
  members: string[];
  /** What it is about; the topic stands in its header, the purpose at its beginning. */
  topic: string;
  purpose: string;
  /** The `ts` of each pinned message, newest pin first. */
  pins: string[];
}

export interface Reaction {
  name: string;
  users: string[];
  count: number;
}

export interface SharedFile {
  id: string;
  title?: string;
  name?: string;
  mimetype?: string;
  pretty_type?: string;
  /** The ending of its name. */
  filetype?: string;
  /** In bytes. */
  size?: number;
}

export interface Message {
  ts: string;
  thread_ts?: string;
  user?: string;
  bot_id?: string;
  username?: string;
  icons?: { emoji?: string; image_48?: string };
  subtype?: string;
  text?: string;
  blocks?: Block[];
  files?: SharedFile[];
  reactions?: Reaction[];
  edited?: { ts: string };
  reply_count?: number;
  reply_users?: string[];
  latest_reply?: string;
}

/** A message that one person alone is shown; `ts` sorts among the channel's own. */
export interface Ephemeral extends Message {
  channel: string;
}

/** What an element of an open modal holds, in the shape that Slack gives it in `view.state.values`. */
export interface HeldValue {
  value?: string | null;
  rich_text_value?: { elements: RichPart[] } | null;
  selected_option?: Option | null;
  selected_options?: Option[];
  selected_user?: string | null;
  selected_users?: string[];
  selected_channel?: string | null;
  selected_channels?: string[];
  selected_conversation?: string | null;
  selected_conversations?: string[];
  selected_date?: string | null;
  selected_time?: string | null;
  selected_date_time?: number | null;
  files?: SharedFile[];
}

export interface View {
  id: string;
  hash?: string;
  callback_id?: string;
  title: { text: string };
  submit?: { text: string } | null;
  close?: { text: string } | null;
  submit_disabled?: boolean;
  blocks: Block[];
  state?: { values: Record<string, Record<string, HeldValue>> };
}

export interface Shortcut {
  name: string;
  description?: string;
  trigger_id: string;
}

/** Everything that a Slack client shows one person. */
export interface DeskState {
  me: string;
  people: Person[];
  groups: { id: string; handle: string; users: string[] }[];
  channels: Channel[];
  messages: Record<string, Message[]>;
  ephemerals: Ephemeral[];
  views: View[];
  shortcuts: Shortcut[];
}

export type PhoneState =
  | "on"
  | "off"
  | "landline"
  | "unknown"
  | "blocked"
  | "opted_out";

export interface Phone {
  number: string;
  name: string;
  state: PhoneState;
}

/** A text as the carrier names its way: inbound from the phone to the line, outbound from the line to the phone. */
export interface Text {
  sid: string;
  direction: "inbound" | "outbound";
  from: string;
  to: string;
  body: string;
  media_urls: string[];
  /** ISO 8601. */
  at: string;
}

/** `GET /workspace`, as far as the page uses it. */
export interface Workspace {
  name?: string;
  people: { id: string; name: string; token: string }[];
  bot: { id: string; user_id: string; name?: string };
  lines: { number: string; channel_id?: string }[];
  phones: Phone[];
}
