import type { Card, CardFacts, CardSpot, Place, Spot } from "../ports.ts";
import { PlaceGone } from "../refusal.ts";
import { conversationKey } from "../sms/conversation.ts";
import type { E164 } from "../sms/e164.ts";
import { channelAddress, threadAddress, tsToMs } from "../sms/place.ts";
import { card as cardContent } from "./card.ts";
import { leadTo } from "./moving.ts";
import type { Lead } from "./moving.ts";
import { SlackOffice } from "./office.ts";
import { postOnce, threadOf } from "./posting.ts";
import type { Posting } from "./posting.ts";
import { bidsIn, cardAmong } from "./raw_message.ts";
import { Nothing, SlackRefused } from "./web_api.ts";
import * as z from "zod/mini";
import * as content from "./blocks.ts";
import * as metadata from "./metadata.ts";
import * as moving from "./moving.ts";

const Linked = z.object({ permalink: z.string() });

/** Slack with the cards of conversations: the messages that threads hang on. */
export class SlackCards extends SlackOffice {
  async postCard(
    channel: string,
    card: Card,
    facts: CardFacts,
  ): Promise<Spot> {
    return await this.post({
      channel,
      ...await this.cardContent(channel, card, facts),
      metadata: metadata.cardMetadata(card, facts, {
        isAddressed: isAddressed(channel, facts),
      }),
    });
  }

  async editCard(
    { channel, ts }: Spot,
    card: Card,
    facts: CardFacts,
    to: CardSpot | null = null,
  ): Promise<void> {
    try {
      const lead = to && leadTo(to, await this.permalink(to));
      const { address } = facts.rules;
      const link = address && !card.direct && !to
        ? threadAddress(address, channel, ts)
        : "";
      await this.api.call("chat.update", {
        channel,
        ts,
        ...await this.cardContent(channel, card, facts, link, lead),
        metadata: metadata.cardMetadata(card, facts, {
          isAddressed: isAddressed(channel, facts),
          opens: link !== "",
          isLeft: to !== null,
        }),
      }, Nothing);
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        error.code === "message_not_found";
      if (!gone) throw error;
    }
  }

  closeCard(spot: Spot, card: Card, facts: CardFacts, to: CardSpot) {
    return this.editCard(spot, card, facts, to);
  }

  async sayMoved(
    place: CardSpot,
    which: "gone" | "come",
    other: CardSpot,
    since: number,
  ): Promise<void> {
    const about = metadata.movedMetadata(which, other);
    const lead = leadTo(other, await this.permalink(other));
    const words = which === "gone" ? moving.gone(lead) : moving.come(lead);
    await this.sayOnce(place, words, about, since);
  }

  async askAboutLost(
    place: Place,
    lost: string,
    why: "archived" | "shut out",
    facts: CardFacts,
  ): Promise<void> {
    const about = metadata.questionMetadata(lost, true);
    const key = conversationKey(place.line, place.contact);
    const words = moving.question(key, lost, why, facts);
    await this.sayOnce(place, words, about, tsToMs(place.ts));
  }

  async isOpenQuestion(spot: Spot): Promise<boolean> {
    const [message] = await this.reader.parent(spot);
    return message?.metadata?.event_type === metadata.QUESTION &&
      message.metadata.event_payload.open === true;
  }

  async answerQuestion({ channel, ts }: Spot, words: string): Promise<void> {
    await this.api.call("chat.update", {
      channel,
      ts,
      ...moving.answered(words),
      metadata: metadata.questionMetadata("", false),
    }, Nothing);
  }

  async cardAt(spot: Spot) {
    return cardAmong(spot, await this.reader.parent(spot));
  }

  async postPointer(channel: string, card: Place): Promise<Spot> {
    return await this.post({
      channel,
      ...content.pointer(card.contact, await this.#linkTo(card)),
      metadata: metadata.pointerMetadata(card),
    });
  }

  async bidsSince(
    channel: string,
    { line, contact }: { line: E164; contact: E164 },
    since: number,
  ) {
    const wanted = conversationKey(line, contact);
    const raw = await this.reader.history(channel, since);
    return bidsIn(channel, raw)
      .filter(({ conversation }) => conversation === wanted);
  }

  async remove({ channel, ts }: Spot): Promise<void> {
    try {
      await this.api.call("chat.delete", { channel, ts }, Nothing);
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        error.code === "message_not_found";
      if (!gone) throw error;
    }
  }

  /** Where the very message is gone that it should lead to, to its channel. */
  async permalink(spot: Spot): Promise<string> {
    try {
      return await this.#linkTo(spot);
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        ["message_not_found", "channel_not_found"].includes(error.code);
      if (!gone) throw error;
      return channelAddress(await this.self.address(), spot.channel);
    }
  }

  async #linkTo({ channel, ts }: Spot): Promise<string> {
    const { permalink } = await this.api.call(
      "chat.getPermalink",
      { channel, message_ts: ts },
      Linked,
    );
    return permalink;
  }

  /** Only a card that says whom to address needs the app's own id. */
  protected async cardContent(
    channel: string,
    card: Card,
    facts: CardFacts,
    link = "",
    movedTo: Lead | null = null,
  ) {
    const addressee = isAddressed(channel, facts)
      ? await this.self.userId()
      : null;
    return cardContent(card, facts, { addressee, link, movedTo });
  }

  /** Posts what is not there already; of several runs that do the first one's stands. */
  protected async sayOnce(
    place: CardSpot,
    words: content.Content,
    about: Posting["metadata"],
    since: number,
  ): Promise<void> {
    if (await this.reader.first(place, about, since)) return;
    const mine = await this.post({
      channel: place.channel,
      thread_ts: threadOf(place),
      ...words,
      metadata: about,
    });
    const first = await this.reader.first(place, about, since);
    if (first && first.ts !== mine.ts) await this.remove(mine);
  }

  protected async post(posting: Posting): Promise<Spot> {
    const now = this.clock.now();
    return await this.inThread(() =>
      postOnce(this.api, this.reader, posting, now)
    );
  }

  protected async inThread<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        ["thread_not_found", "cannot_reply_to_message"].includes(error.code);
      throw gone ? new PlaceGone(error.message) : error;
    }
  }
}

/** Whether only replies to the app are texted in a channel. */
function isAddressed(channel: string, { opening }: CardFacts): boolean {
  return opening?.addressed.includes(channel) ?? false;
}
