import type {
  Attachment,
  CardSpot,
  CarrierText,
  Desk,
  Mark,
  Place,
  Spot,
} from "../ports.ts";
import type { Refusal } from "../refusal.ts";
import { conversationKey } from "../sms/conversation.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { bringFile, shareFile } from "./files.ts";
import { SlackNotices } from "./notices.ts";
import { threadOf } from "./posting.ts";
import { bidsIn, cardAmong, filesOf, isSaid } from "./raw_message.ts";
import * as content from "./blocks.ts";
import * as marks from "./marks.ts";
import * as metadata from "./metadata.ts";
import { Nothing } from "./web_api.ts";

/** Slack as the desk: what is shown, marked and said in conversations. */
export class SlackDesk extends SlackNotices implements Desk {
  latestIn(channel: string) {
    return this.reader.latestIn(channel);
  }

  async channelSince(channel: string, since: number) {
    const raw = await this.reader.history(channel, since);
    const people = raw.filter(isSaid);
    return {
      bids: bidsIn(channel, raw),
      posts: await this.reader.read(channel, people),
      remarks: await this.reader.read(
        channel,
        raw.filter(({ metadata: about }) => metadata.onceIn(about) !== null),
      ),
      gone: raw.filter(({ subtype }) => subtype === "tombstone")
        .map(({ ts }) => ({ channel, ts })),
    };
  }

  async showText(
    place: Place & { name: string; assignees?: string[] },
    text: CarrierText,
    late: boolean,
    tells = false,
  ): Promise<Spot> {
    const mentioned = tells ? place.assignees : [];
    return await this.post({
      channel: place.channel,
      thread_ts: threadOf(place),
      ...(tells && !place.direct ? { reply_broadcast: true } : {}),
      ...content.receivedText(text, late, mentioned),
      metadata: metadata.receivedMetadata(text.sid, late),
      username: place.name || formatForPeople(place.contact),
      icon_emoji: ":iphone:",
    });
  }

  async sayLate({ channel, ts }: Spot, text: CarrierText): Promise<void> {
    await this.api.call("chat.update", {
      channel,
      ts,
      ...content.receivedText(text, true),
      metadata: metadata.receivedMetadata(text.sid, true),
    }, Nothing);
  }

  bringFile(attachment: Attachment, bytes: Uint8Array<ArrayBuffer>) {
    return bringFile(this.api, attachment, bytes);
  }

  async showFile(
    place: Place,
    file: { id: string; title: string; attachment: Attachment },
  ): Promise<void> {
    await this.inThread(() =>
      shareFile(this.api, this.reader, this.clock, place, file)
    );
  }

  async sayMissing(
    place: Place,
    { title, attachment }: { title: string; attachment: Attachment },
    why: Refusal,
  ): Promise<void> {
    await this.post({
      channel: place.channel,
      thread_ts: threadOf(place),
      ...content.missingAttachment(title, why),
      metadata: metadata.missingMetadata(attachment, why.canRetry),
    });
  }

  async filesOn(spot: Spot, threadTs?: string): Promise<number> {
    return filesOf(spot, await this.reader.one(spot, threadTs));
  }

  async replyAt(reply: Spot, threadTs: string) {
    const raw = await this.reader.one(reply, threadTs);
    const card = cardAmong({ channel: reply.channel, ts: threadTs }, raw);
    return { card, files: filesOf(reply, raw) };
  }

  async showDeparture(
    place: Place,
    { body, by, request }: { body: string; by: string | null; request: string },
  ): Promise<Spot> {
    return await this.post({
      channel: place.channel,
      thread_ts: threadOf(place),
      ...content.departingText(body, by),
      metadata: metadata.departureMetadata(request),
    });
  }

  async explainFailure(
    place: Place,
    about: Spot,
    refusal: Refusal,
    attempt: string,
    retryUrl?: string,
  ): Promise<Spot> {
    const retry = retryUrl
      ? { url: retryUrl, threadTs: place.ts, ts: about.ts, attempt }
      : null;
    return await this.post({
      channel: place.channel,
      thread_ts: threadOf(place) ?? await this.reader.parentOf(about),
      ...content.failure(refusal, retry),
      metadata: metadata.noticeMetadata(about.ts, attempt),
    });
  }

  async hintAtOptOut(
    place: Place,
    sid: string,
    formUrl?: string,
  ): Promise<Spot> {
    const conversation = conversationKey(place.line, place.contact);
    return await this.post({
      channel: place.channel,
      thread_ts: threadOf(place),
      ...content.optOutHint(conversation, formUrl),
      metadata: metadata.hintMetadata(sid),
    });
  }

  async tell(
    { channel, threadTs }: { channel: string; threadTs?: string },
    person: string,
    sentence: string,
    button?: { text: string; url: string },
  ): Promise<void> {
    await this.api.call("chat.postEphemeral", {
      channel,
      user: person,
      thread_ts: threadTs,
      ...content.remark(sentence, button),
    }, Nothing);
  }

  thread(place: CardSpot, since?: number) {
    return place.direct
      ? this.reader.channel(place, since)
      : this.reader.thread(place, since);
  }

  async shownIn(place: CardSpot, since?: number) {
    return place.direct
      ? await this.reader.surface(place, since)
      : (await this.reader.thread(place, since)).messages;
  }

  async isSaid(spot: Spot): Promise<boolean> {
    return (await this.reader.parent(spot)).some(isSaid);
  }

  marksOn(spot: Spot) {
    return marks.marksOn(this.api, this.self, spot);
  }

  mark(spot: Spot, name: Mark) {
    return marks.mark(this.api, spot, name);
  }

  claim(spot: Spot, name: Mark) {
    return marks.claim(this.api, spot, name);
  }

  unmark(spot: Spot, name: Mark) {
    return marks.unmark(this.api, spot, name);
  }

  pin(spot: Spot, inHaste = false) {
    return marks.pin(this.api, spot, inHaste);
  }

  unpin(spot: Spot) {
    return marks.unpin(this.api, spot);
  }

  pinned(channel: string) {
    return marks.pinned(this.api, channel);
  }
}
