import * as z from "zod/mini";
import { PRIORITIES, STATES } from "../bridge/sms/work.ts";

// One schema for all attributes of a kind: each takes a while to make, and every run makes them anew.
const text = z.optional(z.string());
const texts = z.optional(z.array(z.string()));
const number = z.optional(z.number());
const flag = z.optional(z.boolean());

/** A row of the conversations table, of whichever kind. */
export const Row = z.object({
  id: z.string(),
  channel: text,
  /** The card of the conversation; empty after it was taken away, absent in the other kinds of row. */
  card_ts: text,
  /** Whether the channel is a direct one. */
  direct: flag,
  /** `channel:ts` of the cards that were taken away or left last; with `:direct` behind a direct channel's. */
  former: texts,
  /** SIDs of the latest texts shown, oldest first. */
  shown: texts,
  /** Who began it: `contact`, `workflow` or a teammate's id. */
  begun: text,
  state: z.optional(z.enum(STATES)),
  assignees: texts,
  outside: texts,
  told_channels: texts,
  /** `execution at until left|leaving` of what a workflow has asked, and the execution that waits no more. */
  asked: text,
  asked_over: text,
  replied_by: text,
  replied_at: number,
  subject: text,
  priority: z.optional(z.enum(PRIORITIES)),
  tags: texts,
  /** When it comes back by itself (milliseconds); 0 if it is not put off. */
  back_at: number,
  came_back_at: number,
  is_hidden: flag,
  nudged_since: number,
  nudged_times: number,
  /** In a line's row: texts received before this moment (milliseconds) are not shown. */
  since: number,
  /** In a line's row: which run works off what has come to it, and until when (milliseconds). */
  worked_off_by: text,
  worked_off_until: number,
  /** In a line's row its name; a contact's is in a row of its own, so that many names can be written at once and nothing else with them. */
  name: text,
  /** In a contact's row, as all up to `quiet`. */
  opted_out: flag,
  consent_at: number,
  /** Who put them on Do Not Disturb, by name; empty when nobody did. */
  disturbed_by: text,
  disturbed_at: number,
  disturbed_why: text,
  /** Times on that list that are over: `from-until` each. */
  quiet: texts,
  countries: texts,
  home_country: text,
  /** Segments that may be counted in a calendar month; 0 for no limit. */
  monthly_limit: number,
  time_zone: text,
  assigns_first: flag,
  /** Days without a word after which a direct channel is archived. */
  idle_days: number,
  workflow_url: text,
  /** Minutes; 0 for never. */
  nudge_after: number,
  /** Days; 0 for never. */
  close_days: number,
  /** For when the next run is arranged that reminds (milliseconds). */
  reminds_at: number,
  opens: number,
  closes: number,
  /** Where new conversations begin, one rule a line. */
  routes: texts,
  known_tags: texts,
  address: text,
  /** `callback_id url` each. */
  buttons: texts,
  /** Channels that were disconnected. */
  closed: texts,
  /** Channels in which only replies that begin with a mention of the app are texted. */
  addressed: texts,
  /** When the mode of any channel was last switched (milliseconds). */
  switched_at: number,
  /** `month time-zone until segments line…` of what catch-up has counted. */
  counted: text,
  /** `channel:ts since first|renewed` of the usage thread. */
  usage_thread: text,
});
export type Row = z.infer<typeof Row>;
