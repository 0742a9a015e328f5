import type { KnownBlock } from "@slack/types";
import type { WebClient } from "@slack/web-api";
import type { SlackAPIClient } from "deno-slack-api/types.ts";
import type { IncomingPhoneNumberInstance } from "twilio/lib/rest/api/v2010/account/incomingPhoneNumber.js";
import type { MediaInstance } from "twilio/lib/rest/api/v2010/account/message/media.js";
import type { MessageInstance } from "twilio/lib/rest/api/v2010/account/message.js";

/** What the vendors' own packages say of calls and answers, made strict enough to judge an emulator by. */

type Keys<T> = keyof { [K in keyof T as string extends K ? never : K]: 0 };

/**
 * Without index signatures, at any depth: with them every made-up key would pass. Enumerations are taken as their
 * words, dates as the text they are on the way, and anything may be null, of which types that were read off
 * answers say nothing. What they say of blocks is too little; Slack has better types for those.
 */
type Known<T> = T extends string ? `${T}`
  : T extends Date ? string
  : T extends readonly (infer Item)[] ? Known<Item>[]
  : T extends object ? [Keys<T>] extends [never] ? T
    : {
      [K in keyof T as string extends K ? never : K]:
        | (K extends "blocks" ? KnownBlock[] : Known<T[K]>)
        | null;
    }
  : T;

type At<T, Path extends string> = Path extends `${infer Head}.${infer Rest}`
  ? Head extends keyof T ? At<T[Head], Rest> : never
  : Path extends keyof T ? T[Path]
  : never;

/** Of some methods only Slack's client for Deno has types that say something. */
type Method<Path extends string> = Path extends
  `${"apps.datastore" | "workflows.triggers" | "functions"}.${string}`
  ? At<SlackAPIClient, Path>
  : At<WebClient, Path>;

type Given<Path extends string> = Method<Path> extends
  (...given: infer Given) => unknown ? NonNullable<Given[0]> : never;

type Answered<Path extends string> = Method<Path> extends
  (...given: never) => Promise<infer Answer> ? Extract<
    Answer,
    { ok?: true }
  > extends never ? Answer
  : Extract<Answer, { ok?: true }>
  : never;

/**
 * A message is a message, whichever method shows it: the types were read off samples, and those of one method lack
 * what those of another have. Pins are only in the words of https://docs.slack.dev/reference/events/message
 */
type Message =
  & NonNullable<Known<Answered<"conversations.history">>["messages"]>[number]
  & {
    permalink?: string;
    pinned_to?: string[];
    pinned_info?: { channel: string; pinned_by: string; pinned_ts: number };
  };

interface Messages {
  "chat.postMessage": { message?: Message };
  "chat.update": { message?: Message };
  "conversations.history": { messages?: Message[] };
  "conversations.replies": { messages?: Message[] };
  "pins.list": { items?: { message?: Message }[] };
  "reactions.get": { message?: Message };
}

/** A method's successful answer. */
export type Answer<Path extends string> =
  & Omit<Known<Answered<Path>>, "toFetchResponse">
  & (Path extends keyof Messages ? Messages[Path] : unknown);

/** A method's arguments. */
export type Args<Path extends string> = Known<Given<Path>>;

type NamesOf<T> = T extends unknown ? Keys<T> : never;

/** The names of a method's arguments. */
export type Takes<Path extends string> = NamesOf<Given<Path>>;

type Payload<Instance extends abstract new (...given: never) => unknown> =
  Known<ConstructorParameters<Instance>[1]>;

/** What the carrier's REST API shows. */
export interface Rows {
  message: Payload<typeof MessageInstance>;
  line: Payload<typeof IncomingPhoneNumberInstance>;
  media: Payload<typeof MediaInstance>;
}
