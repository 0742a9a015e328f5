import * as z from "zod/mini";
import type { Message } from "../../emulator/slack/messages.ts";
import type { World } from "../../emulator/world.ts";

/** The time that a card was pinned: so long somebody waited for an answer. */
export interface Wait {
  line: string;
  contact: string;
  channel: string;
  /** The card's. */
  ts: string;
  from: number;
  /** Infinity while it goes on. */
  until: number;
}

/** The team was reminded of somebody. */
export interface Reminder {
  line: string;
  contact: string;
  channel: string;
  /** Its own. */
  ts: string;
  whom: "assignees" | "channel";
  /** Since when whom it tells of waits, as Slack told (milliseconds); NaN where it does not say. */
  since: number;
  at: number;
  /** Whether somebody has hidden the conversation soon after: that takes back what channels were told of it. */
  isHidden: boolean;
}

const Assigned = z.object({ id: z.string(), assignees: z.array(z.string()) });
const Hidden = z.object({ id: z.string(), is_hidden: z.literal(true) });
const Queued = z.object({ number: z.string(), queued_since: z.number() });

/** A reminder that goes so soon (milliseconds) was one too many, and its run has taken it back. */
const TAKEN_BACK = 60_000;

/** Runs that give the same reminder at once do so within this (milliseconds): none of them lives longer. */
const AT_ONCE = 60_000;

/** Who hides a conversation takes reminders back so soon (milliseconds) after that is written: no run lives longer. */
const HIDES = 60_000;

/** Everybody who has ever waited, and what the team was told of it. */
export class Waits {
  readonly all: Wait[] = [];
  readonly reminders: Reminder[] = [];
  readonly #queued = new Set<string>();
  readonly #hiddenAt = new Map<string, number>();
  readonly #assigned: { key: string; at: number; isSomebodys: boolean }[] = [];

  /** Looks on from now on. */
  follow({ slack, clock }: World): void {
    const { messages } = slack.workspace;
    slack.onChange(({ kind, action, channel_id = "", ts = "" }) => {
      const now = clock.now();
      const message = messages.get(channel_id, ts);
      switch (`${kind} ${action}`) {
        case "pin added":
          return this.#begin(message, now);
        case "pin removed":
          return this.#end(channel_id, ts, now);
        case "message posted":
          return this.#note(message, now);
        case "message removed":
          this.#end(channel_id, ts, now);
          return this.#takeBack(ts, now);
        case "channel deleted":
          return this.#end(channel_id, null, now);
      }
    });
  }

  /** Notes whose a conversation is, that it is hidden, or that there is no room for its pin, where the row that was written is about that. */
  read(table: string, row: unknown, now: number): void {
    const { data: assigned } = table === "conversations"
      ? z.safeParse(Assigned, row)
      : {};
    if (assigned) {
      const { id: key, assignees } = assigned;
      const isSomebodys = assignees.length > 0;
      this.#assigned.push({ key, at: now, isSomebodys });
    }
    const { data: hidden } = table === "conversations"
      ? z.safeParse(Hidden, row)
      : {};
    if (hidden) this.#hiddenAt.set(hidden.id, now);
    const { data: queued } = table === "lines" ? z.safeParse(Queued, row) : {};
    if (queued) this.#queued.add(queued.number.replace(/:queue$/, ""));
  }

  /** Whether there was once no room for a conversation's pin: then it may have waited without one, too. */
  wasQueued({ line, contact }: Pick<Wait, "line" | "contact">): boolean {
    return this.#queued.has(`${line}:${contact}`);
  }

  /** Whose a conversation was between two moments. */
  ownedBetween(
    { line, contact }: Wait,
    from: number,
    to: number,
  ): "somebody's" | "nobody's" | "changing" {
    const theirs = this.#assigned.filter(({ key }) =>
      key === `${line}:${contact}`
    );
    const before = theirs.findLast(({ at }) => at <= from);
    const said = new Set([
      before?.isSomebodys ?? false,
      ...theirs.filter(({ at }) => at > from && at <= to)
        .map(({ isSomebodys }) => isSomebodys),
    ]);
    if (said.size > 1) return "changing";
    return said.has(true) ? "somebody's" : "nobody's";
  }

  #begin(card: Message | undefined, now: number): void {
    if (card?.metadata?.event_type !== "clerk_card") return;
    const { channel, ts } = card;
    const { line, contact } = endsOf(card);
    this.all.push({ line, contact, channel, ts, from: now, until: Infinity });
  }

  #end(channel: string, ts: string | null, now: number): void {
    for (const wait of this.all) {
      const isIt = wait.channel === channel && (ts ?? wait.ts) === wait.ts;
      if (isIt) wait.until = Math.min(wait.until, now);
    }
  }

  #note(message: Message | undefined, at: number): void {
    if (message?.metadata?.event_type !== "clerk_remark") return;
    const { channel, ts, text, thread_ts } = message;
    const told = {
      channel,
      ts,
      since: sinceIn(message),
      at,
      isHidden: false,
    };
    if (text.includes("Still waiting for an answer")) {
      this.reminders.push({ ...endsOf(message), ...told, whom: "channel" });
    } else if (text.includes("This contact is still waiting")) {
      const { line = "", contact = "" } = this.all.findLast((each) =>
        each.channel === channel && each.ts === (thread_ts ?? each.ts)
      ) ?? {};
      this.reminders.push({ line, contact, ...told, whom: "assignees" });
    }
  }

  #takeBack(ts: string, now: number): void {
    const found = this.reminders.findIndex((each) =>
      each.ts === ts && (now - each.at < TAKEN_BACK || this.#isDouble(each))
    );
    const reminder = this.reminders[found];
    if (!reminder) return;
    // Who hides a conversation as its reminder has come had it in time, and no other one is owed.
    const isForChannel = reminder.whom === "channel";
    const key = `${reminder.line}:${reminder.contact}`;
    const hiddenAt = this.#hiddenAt.get(key) ?? -Infinity;
    if (isForChannel && now - hiddenAt < HIDES) reminder.isHidden = true;
    else this.reminders.splice(found, 1);
  }

  /**
   * Whether the same reminder stands before it, and came so soon before that two runs gave it at once: where the second
   * one's died before it could take it back, catch-up does, within the hour.
   */
  #isDouble(reminder: Reminder): boolean {
    const { line, contact, channel, whom, since, at } = reminder;
    return this.reminders.slice(0, this.reminders.indexOf(reminder))
      .some((each) =>
        each.line === line && each.contact === contact &&
        each.channel === channel && each.whom === whom &&
        each.since === since && at - each.at < AT_ONCE
      );
  }
}

function endsOf({ metadata }: Message): { line: string; contact: string } {
  const key = String(metadata?.event_payload.conversation ?? "");
  const [line = "", contact = ""] = key.split(":");
  return { line, contact };
}

function sinceIn({ metadata }: Message): number {
  const once = String(metadata?.event_payload.once ?? "");
  return Number(/^waits since (\d+)/.exec(once)?.[1] ?? NaN);
}
