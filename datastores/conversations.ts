import { DefineDatastore, Schema } from "deno-slack-sdk/mod.ts";
import {
  conversationKey,
  parseConversationKey,
} from "../bridge/sms/conversation.ts";
import type { E164 } from "../bridge/sms/e164.ts";
import { writtenRoute } from "../bridge/sms/route.ts";
import type { Work } from "../bridge/sms/work.ts";
import {
  begunBy,
  type CardSpot,
  type Conversation,
  conversationIn,
  formerIn,
  formerKey,
  lastReplyIn,
  leftIn,
  nameKey,
  type Opening,
  openingsIn,
  type Placed,
  Row,
  type Rules,
  rulesIn,
  type Standing,
  standingIn,
  standingKey,
  workColumns,
  workIn,
  WORKSPACE,
} from "./conversation_rows.ts";
import { type Caller, Rows } from "./rows.ts";
import { type Asked, askedIn, writtenAsked } from "./written_asked.ts";
import { writtenCount, writtenThread } from "./written_count.ts";

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
    is_hidden: { type: Schema.types.boolean },
    nudged_since: number,
    nudged_times: number,
    since: number,
    name: text,
    opted_out: { type: Schema.types.boolean },
    consent_at: number,
    disturbed_by: text,
    disturbed_at: number,
    disturbed_why: text,
    quiet: texts,
    countries: texts,
    monthly_limit: number,
    time_zone: text,
    assigns_first: { type: Schema.types.boolean },
    idle_days: number,
    workflow_url: text,
    nudge_after: number,
    opens: number,
    closes: number,
    routes: texts,
    known_tags: texts,
    buttons: texts,
    closed: texts,
    addressed: texts,
    counted: text,
    usage_thread: text,
  },
});

/** How many times on Do Not Disturb that are over are remembered: as many as catch-up could still stumble over. */
const QUIET_SPANS = 10;

/** How many cards that were taken away are remembered: as many as may be taken away between two catch-ups. */
const FORMER = 6;

/** The only reader and writer of conversations, and of what decides over their texts. */
export class Conversations {
  readonly #rows: Rows<typeof Row>;

  /** @param firstRules the rules of a workspace in which nobody has changed any. */
  constructor(caller: Caller, private readonly firstRules: Rules) {
    this.#rows = new Rows(caller, ConversationsDatastore.name, Row);
  }

  async find(
    line: E164,
    contact: E164,
  ): Promise<{
    conversation: Conversation | null;
    opening: Opening | null;
    before: string[];
    former: CardSpot[];
    work: Work;
    lastReply: { by: string; at: number } | null;
    left: { channel: string; ts: string } | null;
    asked: Asked | null;
    standing: Standing;
    rules: Rules;
  }> {
    const key = conversationKey(line, contact);
    const rows = await this.#rows.getAll(
      [key, line, standingKey(contact), nameKey(contact), WORKSPACE],
    );
    const row = rows.find(({ id }) => id === key);
    const standing = standingIn(rows, contact);
    const left = leftIn(rows, key);
    return {
      conversation: conversationIn(rows, line, standing),
      opening: openingsIn(rows)[0] ?? null,
      before: row?.shown ?? [],
      former: left ? [...formerIn(row), left] : formerIn(row),
      work: workIn(row),
      lastReply: lastReplyIn(row),
      left,
      asked: askedIn(row?.asked, row?.asked_over),
      standing,
      rules: rulesIn(rows, this.firstRules),
    };
  }

  async findAll(
    conversations: { line: E164; contact: E164 }[],
  ): Promise<{ standing: Standing; work: Work }[]> {
    const keys = conversations.flatMap(({ line, contact }) => [
      conversationKey(line, contact),
      standingKey(contact),
      nameKey(contact),
    ]);
    const rows = await this.#rows.getAll([...new Set(keys)]);
    return conversations.map(({ line, contact }) => {
      const key = conversationKey(line, contact);
      const row = rows.find(({ id }) => id === key);
      return { standing: standingIn(rows, contact), work: workIn(row) };
    });
  }

  async placed(
    conversations: { line: E164; contact: E164 }[],
  ): Promise<Set<E164>> {
    const rows = await this.#rows.getAll(
      conversations.map(({ line, contact }) => conversationKey(line, contact)),
    );
    const keys = new Set(
      rows.filter(({ card_ts }) => card_ts).map(({ id }) => id),
    );
    return new Set(
      conversations.filter(({ line, contact }) =>
        keys.has(conversationKey(line, contact))
      ).map(({ contact }) => contact),
    );
  }

  async placesOf(
    conversations: { line: E164; contact: E164 }[],
  ): Promise<Placed[]> {
    const keys = conversations.map(({ line, contact }) =>
      conversationKey(line, contact)
    );
    const rows = await this.#rows.getAll([...new Set<string>(keys)]);
    return rows.flatMap(({ id, channel, card_ts: ts }) => {
      const key = parseConversationKey(id);
      return key && channel && ts ? [{ ...key, channel, ts }] : [];
    });
  }

  async begin(
    { line, contact, channel, ts, direct = false }: Placed,
    shown?: string[],
    beginner?: NonNullable<Conversation["beginner"]>,
    left?: { channel: string; ts: string },
  ): Promise<void> {
    await this.#rows.update({
      id: conversationKey(line, contact),
      channel,
      card_ts: ts,
      direct,
      shown,
      begun: beginner && begunBy(beginner),
      former: left && await this.#formerOf(line, contact),
    });
  }

  async forget(
    { line, contact, channel, ts, direct }: Placed,
    shown?: string[],
  ): Promise<void> {
    const { conversation, former } = await this.find(line, contact);
    if (conversation?.ts !== ts || conversation.channel !== channel) return;
    await this.#rows.update({
      id: conversationKey(line, contact),
      channel: "",
      card_ts: "",
      shown,
      former: written([...former, { channel, ts, direct }]),
    });
  }

  async move(
    { line, contact, ...from }: Placed,
    { channel, ts, direct = false }: Omit<Placed, "line" | "contact">,
  ): Promise<void> {
    const { former } = await this.find(line, contact);
    const left = former.filter((each) => each.ts !== ts && each.ts !== from.ts);
    await this.#rows.update({
      id: conversationKey(line, contact),
      channel,
      card_ts: ts,
      direct,
      former: written([...left, from]),
    });
  }

  async addFormer({ line, contact, channel, ts }: Placed): Promise<void> {
    const { former } = await this.find(line, contact);
    const isKnown = former.some((each) =>
      each.ts === ts && each.channel === channel
    );
    if (isKnown) return;
    await this.#rows.update({
      id: conversationKey(line, contact),
      former: written([...former, { channel, ts }]),
    });
  }

  async saveShown(
    { line, contact, shown }: Pick<Conversation, "line" | "contact" | "shown">,
  ): Promise<void> {
    await this.#rows.update({ id: conversationKey(line, contact), shown });
  }

  async saveWork(
    line: E164,
    contact: E164,
    changes: Partial<Work>,
  ): Promise<void> {
    const id = conversationKey(line, contact);
    await this.#rows.update({ id, ...workColumns(changes) });
  }

  async saveAsked(line: E164, contact: E164, asked: Asked): Promise<void> {
    const id = conversationKey(line, contact);
    await this.#rows.update({ id, asked: writtenAsked(asked) });
  }

  async saveAskedOver(
    line: E164,
    contact: E164,
    execution: string,
  ): Promise<void> {
    const id = conversationKey(line, contact);
    await this.#rows.update({ id, asked_over: execution });
  }

  async saveReply(
    line: E164,
    contact: E164,
    by: string,
    at: number,
  ): Promise<void> {
    const id = conversationKey(line, contact);
    await this.#rows.update({ id, replied_by: by, replied_at: at });
  }

  async saveOpening(
    { line, name, channel, since }: Pick<
      Opening,
      "line" | "name" | "channel" | "since"
    >,
  ): Promise<void> {
    await this.#rows.update({ id: line, name, channel, since });
  }

  async removeOpening(line: E164): Promise<void> {
    await this.#rows.remove(line);
  }

  async openings(lines: E164[]): Promise<Opening[]> {
    return openingsIn(await this.#rows.getAll([...lines, WORKSPACE]));
  }

  async saveChannels(
    { closed, addressed }: Pick<Opening, "closed" | "addressed">,
  ): Promise<void> {
    await this.#rows.update({ id: WORKSPACE, closed, addressed });
  }

  async standings(contacts: E164[]): Promise<Standing[]> {
    const rows = await this.#rows.getAll(
      contacts.flatMap((each) => [standingKey(each), nameKey(each)]),
    );
    return contacts.map((contact) => standingIn(rows, contact));
  }

  async saveNames(
    names: Pick<Standing, "contact" | "name" | "tags">[],
  ): Promise<void> {
    await this.#rows.putAll(
      names.map(({ contact, name, tags }) => ({
        id: nameKey(contact),
        name,
        tags,
      })),
    );
  }

  async saveConsent(
    { contact, optedOut, consentAt }: Pick<
      Standing,
      "contact" | "optedOut" | "consentAt"
    >,
  ): Promise<void> {
    await this.#rows.update({
      id: standingKey(contact),
      opted_out: optedOut,
      consent_at: consentAt,
    });
  }

  async saveDoNotDisturb(
    contact: E164,
    { by, at, why }: { by: string; at: number; why: string },
  ): Promise<void> {
    await this.#rows.update({
      id: standingKey(contact),
      disturbed_by: by,
      disturbed_at: at,
      disturbed_why: why,
    });
  }

  async endDoNotDisturb(
    contact: E164,
    quiet: Standing["quiet"],
  ): Promise<void> {
    await this.#rows.update({
      id: standingKey(contact),
      disturbed_by: "",
      disturbed_at: 0,
      disturbed_why: "",
      quiet: quiet.slice(-QUIET_SPANS)
        .map(({ from, until }) => `${from}-${until}`),
    });
  }

  async rules(): Promise<Rules> {
    return rulesIn(await this.#rows.getAll([WORKSPACE]), this.firstRules);
  }

  async saveRules(
    {
      countries,
      monthlyLimit,
      timeZone,
      assignsFirst,
      idleDays,
      workflowUrl,
      nudgeAfter,
      hours,
      routes,
      tags,
      buttons,
      counted,
      usageThread,
    }: Partial<Rules>,
  ): Promise<void> {
    await this.#rows.update({
      id: WORKSPACE,
      countries,
      monthly_limit: monthlyLimit === undefined ? undefined : monthlyLimit ?? 0,
      time_zone: timeZone,
      assigns_first: assignsFirst,
      idle_days: idleDays,
      workflow_url: workflowUrl,
      nudge_after: nudgeAfter === undefined ? undefined : nudgeAfter ?? 0,
      opens: hours?.opens,
      closes: hours?.closes,
      routes: routes?.map(writtenRoute),
      known_tags: tags,
      buttons: buttons &&
        Object.entries(buttons).map(([name, url]) => `${name} ${url}`),
      counted: counted ? writtenCount(counted) : undefined,
      usage_thread: usageThread ? writtenThread(usageThread) : undefined,
    });
  }

  async #formerOf(line: E164, contact: E164): Promise<string[]> {
    return written((await this.find(line, contact)).former);
  }
}

function written(cards: CardSpot[]): string[] {
  return cards.slice(-FORMER).map(formerKey);
}
