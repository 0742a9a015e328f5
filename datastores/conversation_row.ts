import * as z from "zod/mini";
import { PRIORITIES, STATES } from "../bridge/sms/work.ts";

/** A row of the conversations table, of whichever kind. */
export const Row = z.object({
  id: z.string(),
  channel: z.optional(z.string()),
  /** The card of the conversation; empty after it was taken away, absent in the other kinds of row. */
  card_ts: z.optional(z.string()),
  /** Whether the channel is a direct one. */
  direct: z.optional(z.boolean()),
  /** `channel:ts` of the cards that were taken away or left last; with `:direct` behind a direct channel's. */
  former: z.optional(z.array(z.string())),
  /** SIDs of the latest texts shown, oldest first. */
  shown: z.optional(z.array(z.string())),
  /** Who began it: `contact`, `workflow` or a teammate's id. */
  begun: z.optional(z.string()),
  state: z.optional(z.enum(STATES)),
  assignees: z.optional(z.array(z.string())),
  outside: z.optional(z.array(z.string())),
  told_channels: z.optional(z.array(z.string())),
  /** `execution at until left|leaving` of what a workflow has asked, and the execution that waits no more. */
  asked: z.optional(z.string()),
  asked_over: z.optional(z.string()),
  replied_by: z.optional(z.string()),
  replied_at: z.optional(z.number()),
  subject: z.optional(z.string()),
  priority: z.optional(z.enum(PRIORITIES)),
  tags: z.optional(z.array(z.string())),
  /** When it comes back by itself (milliseconds); 0 if it is not put off. */
  back_at: z.optional(z.number()),
  came_back_at: z.optional(z.number()),
  is_hidden: z.optional(z.boolean()),
  nudged_since: z.optional(z.number()),
  nudged_times: z.optional(z.number()),
  /** In a line's row: texts received before this moment (milliseconds) are not shown. */
  since: z.optional(z.number()),
  /** In a line's row: which run works off what has come to it, and until when (milliseconds). */
  worked_off_by: z.optional(z.string()),
  worked_off_until: z.optional(z.number()),
  /** In a line's row its name; a contact's is in a row of its own, so that many names can be written at once and nothing else with them. */
  name: z.optional(z.string()),
  /** In a contact's row, as all up to `quiet`. */
  opted_out: z.optional(z.boolean()),
  consent_at: z.optional(z.number()),
  /** Who put them on Do Not Disturb, by name; empty when nobody did. */
  disturbed_by: z.optional(z.string()),
  disturbed_at: z.optional(z.number()),
  disturbed_why: z.optional(z.string()),
  /** Times on that list that are over: `from-until` each. */
  quiet: z.optional(z.array(z.string())),
  countries: z.optional(z.array(z.string())),
  home_country: z.optional(z.string()),
  /** Segments that may be counted in a calendar month; 0 for no limit. */
  monthly_limit: z.optional(z.number()),
  time_zone: z.optional(z.string()),
  assigns_first: z.optional(z.boolean()),
  /** Days without a word after which a direct channel is archived. */
  idle_days: z.optional(z.number()),
  workflow_url: z.optional(z.string()),
  /** Minutes; 0 for never. */
  nudge_after: z.optional(z.number()),
  /** Days; 0 for never. */
  close_days: z.optional(z.number()),
  opens: z.optional(z.number()),
  closes: z.optional(z.number()),
  /** Where new conversations begin, one rule a line. */
  routes: z.optional(z.array(z.string())),
  known_tags: z.optional(z.array(z.string())),
  address: z.optional(z.string()),
  /** `callback_id url` each. */
  buttons: z.optional(z.array(z.string())),
  /** Channels that were disconnected. */
  closed: z.optional(z.array(z.string())),
  /** Channels in which only replies that begin with a mention of the app are texted. */
  addressed: z.optional(z.array(z.string())),
  /** `month time-zone until segments line…` of what catch-up has counted. */
  counted: z.optional(z.string()),
  /** `channel:ts since first|renewed` of the usage thread. */
  usage_thread: z.optional(z.string()),
});
export type Row = z.infer<typeof Row>;
