import type { Once, Place, Spot } from "../ports.ts";
import { shownText } from "../sms/shown_text.ts";
import { SlackCards } from "./cards.ts";
import { threadOf } from "./posting.ts";
import { Nothing, SlackRefused } from "./web_api.ts";
import * as content from "./blocks.ts";
import * as metadata from "./metadata.ts";

/** Slack with what the app says to the team of conversations, beside their texts. */
export class SlackNotices extends SlackCards {
  async remark(place: Place, words: string, once?: Once): Promise<void> {
    if (once) {
      const about = metadata.onceMetadata(once.name);
      await this.sayOnce(place, content.spoken(words), about, once.since);
      return;
    }
    await this.post({
      channel: place.channel,
      thread_ts: threadOf(place),
      ...content.spoken(words),
      metadata: metadata.remarkMetadata(this.clock.now()),
    });
  }

  async notify(
    place: string,
    words: string,
    { who, link, key }: { who: string; link: string; key: string },
    once?: Once,
  ): Promise<void> {
    const said = content.spoken(`${words} <${link}|${shownText(who)}>`);
    if (once) {
      const about = metadata.onceMetadata(once.name, key);
      const channel = { channel: place, ts: "", direct: true };
      await this.sayOnce(channel, said, about, once.since);
      return;
    }
    await this.post({
      channel: place,
      ...said,
      metadata: metadata.remarkMetadata(this.clock.now(), key),
    });
  }

  async takeBack(channel: string, key: string, since: number): Promise<void> {
    const raw = await this.reader.history(channel, since);
    for (const { ts, metadata: about } of raw) {
      const isIt = about?.event_type === metadata.REMARK &&
        about.event_payload.conversation === key;
      if (isIt) await this.remove({ channel, ts });
    }
  }

  async sayQueue(
    channel: string,
    count: number,
    since: number,
  ): Promise<Spot> {
    const standing = await this.findQueueNotice(channel, since);
    if (standing && await this.correctQueue(standing, count)) return standing;
    const mine = await this.post({
      channel,
      ...content.queueNotice(count),
      metadata: metadata.queueMetadata(),
    });
    // Of several runs that say so at once the first one's stands, in Slack's own order.
    const first = await this.findQueueNotice(channel, since) ?? mine;
    if (first.ts !== mine.ts) await this.remove(mine);
    return first;
  }

  async correctQueue({ channel, ts }: Spot, count: number): Promise<boolean> {
    try {
      await this.api.call("chat.update", {
        channel,
        ts,
        ...content.queueNotice(count),
        metadata: metadata.queueMetadata(),
      }, Nothing);
      return true;
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        error.code === "message_not_found";
      if (!gone) throw error;
      return false;
    }
  }

  async findQueueNotice(
    channel: string,
    since: number,
  ): Promise<Spot | null> {
    const raw = await this.reader.history(channel, since);
    const found = raw.find((each) =>
      each.metadata?.event_type === metadata.QUEUE
    );
    return found ? { channel, ts: found.ts } : null;
  }
}
