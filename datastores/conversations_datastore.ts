import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";

const text = { type: Schema.types.string };
const number = { type: Schema.types.number };
const texts = { type: Schema.types.array, items: text };

/**
 * All that a text must know on its way, so that one call tells it: a conversation by `line:contact`, under the line's
 * bare number where its new conversations begin, under `contact:` and their number whether somebody may be texted, under
 * `name:` and their number what they are called, and under `workspace` the rules for everybody.
 */
export const ConversationsDatastore = DefineDatastore({
  name: "conversations",
  primary_key: "id",
  attributes: {
    id: text,
    channel: text,
    card_ts: text,
    direct: { type: Schema.types.boolean },
    shown: texts,
    former: texts,
    begun: text,
    state: text,
    assignees: texts,
    outside: texts,
    told_channels: texts,
    asked: text,
    asked_over: text,
    replied_by: text,
    replied_at: number,
    subject: text,
    priority: text,
    tags: texts,
    back_at: number,
    came_back_at: number,
    is_hidden: { type: Schema.types.boolean },
    nudged_since: number,
    nudged_times: number,
    since: number,
    worked_off_by: text,
    worked_off_until: number,
    name: text,
    opted_out: { type: Schema.types.boolean },
    consent_at: number,
    disturbed_by: text,
    disturbed_at: number,
    disturbed_why: text,
    quiet: texts,
    countries: texts,
    home_country: text,
    monthly_limit: number,
    time_zone: text,
    assigns_first: { type: Schema.types.boolean },
    idle_days: number,
    workflow_url: text,
    nudge_after: number,
    close_days: number,
    reminds_at: number,
    opens: number,
    closes: number,
    routes: texts,
    known_tags: texts,
    address: text,
    buttons: texts,
    closed: texts,
    addressed: texts,
    counted: text,
    usage_thread: text,
  },
});
