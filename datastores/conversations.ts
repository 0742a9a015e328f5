import {
  conversationKey,
  parseConversationKey,
} from "../bridge/sms/conversation.ts";
import type { E164 } from "../bridge/sms/e164.ts";
import type { Work } from "../bridge/sms/work.ts";
import {
  type CardSpot,
  type Conversation,
  conversationIn,
  formerIn,
  formerKey,
  leftIn,
  type Opening,
  openingsIn,
  type Placed,
} from "./conversation_rows.ts";
import {
  nameKey,
  type Rules,
  rulesIn,
  type Standing,
  standingIn,
  standingKey,
  WORKSPACE,
} from "./standing_rows.ts";
import { Standings } from "./standings.ts";
import { begunBy, lastReplyIn, workColumns, workIn } from "./work_rows.ts";
import { type Asked, askedIn, writtenAsked } from "./written_asked.ts";

interface Known {
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
}

/** How many cards that were taken away are remembered: as many as may be taken away between two catch-ups. */
const FORMER = 6;

/** The only reader and writer of conversations, and of what decides over their texts. */
export class Conversations extends Standings {
  async find(line: E164, contact: E164): Promise<Known> {
    const [known] = await this.findEach(line, [contact]);
    if (!known) throw new Error("one was asked for, and none is known");
    return known;
  }

  async findEach(line: E164, contacts: E164[]): Promise<Known[]> {
    const rows = await this.rows.getAll([
      ...contacts.map((contact) => conversationKey(line, contact)),
      line,
      ...contacts.flatMap((contact) => [
        standingKey(contact),
        nameKey(contact),
      ]),
      WORKSPACE,
    ]);
    const rules = rulesIn(rows, this.firstRules);
    return contacts.map((contact) => {
      const key = conversationKey(line, contact);
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
        rules,
      };
    });
  }

  async findAll(
    conversations: { line: E164; contact: E164 }[],
  ): Promise<{ place: CardSpot | null; standing: Standing; work: Work }[]> {
    const keys = conversations.flatMap(({ line, contact }) => [
      conversationKey(line, contact),
      standingKey(contact),
      nameKey(contact),
    ]);
    const rows = await this.rows.getAll([...new Set(keys)]);
    return conversations.map(({ line, contact }) => {
      const key = conversationKey(line, contact);
      const row = rows.find(({ id }) => id === key);
      const { channel, card_ts: ts, direct = false } = row ?? {};
      const place = channel && ts ? { channel, ts, direct } : null;
      return { place, standing: standingIn(rows, contact), work: workIn(row) };
    });
  }

  async placesOf(
    conversations: { line: E164; contact: E164 }[],
  ): Promise<Placed[]> {
    const keys = conversations.map(({ line, contact }) =>
      conversationKey(line, contact)
    );
    const rows = await this.rows.getAll([...new Set<string>(keys)]);
    return rows.flatMap(({ id, channel, card_ts: ts, direct = false }) => {
      const key = parseConversationKey(id);
      return key && channel && ts ? [{ ...key, channel, ts, direct }] : [];
    });
  }

  async begin(
    { line, contact, channel, ts, direct = false }: Placed,
    shown?: string[],
    beginner?: NonNullable<Conversation["beginner"]>,
    left?: { channel: string; ts: string },
  ): Promise<void> {
    await this.rows.update({
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
    await this.rows.update({
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
    await this.rows.update({
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
    await this.rows.update({
      id: conversationKey(line, contact),
      former: written([...former, { channel, ts }]),
    });
  }

  async saveShown(
    { line, contact, shown }: Pick<Conversation, "line" | "contact" | "shown">,
  ): Promise<void> {
    await this.rows.update({ id: conversationKey(line, contact), shown });
  }

  async saveWork(
    line: E164,
    contact: E164,
    changes: Partial<Work>,
  ): Promise<void> {
    const id = conversationKey(line, contact);
    await this.rows.update({ id, ...workColumns(changes) });
  }

  async saveAsked(line: E164, contact: E164, asked: Asked): Promise<void> {
    const id = conversationKey(line, contact);
    // One that has left waits, though a run that died had given it up.
    const takenUp = asked.hasLeft ? { asked_over: "" } : {};
    await this.rows.update({ id, asked: writtenAsked(asked), ...takenUp });
  }

  async saveAskedOver(
    line: E164,
    contact: E164,
    execution: string,
  ): Promise<void> {
    const id = conversationKey(line, contact);
    await this.rows.update({ id, asked_over: execution });
  }

  async saveReply(
    line: E164,
    contact: E164,
    by: string,
    at: number,
  ): Promise<void> {
    const id = conversationKey(line, contact);
    await this.rows.update({ id, replied_by: by, replied_at: at });
  }

  async #formerOf(line: E164, contact: E164): Promise<string[]> {
    return written((await this.find(line, contact)).former);
  }
}

function written(cards: CardSpot[]): string[] {
  return cards.slice(-FORMER).map(formerKey);
}
