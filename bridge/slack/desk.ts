import type { SlackAPIClient } from "deno-slack-api/types.ts";
import * as z from "zod/mini";
import type {
  Attachment,
  Card,
  CardFacts,
  CardSpot,
  CarrierText,
  Clock,
  Desk,
  Listener,
  Mark,
  Place,
  Spot,
} from "../ports.ts";
import { PlaceGone, type Refusal } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { conversationKey, parseConversationKey } from "../sms/conversation.ts";
import { tsToMs } from "../sms/place.ts";
import { formatForPeople } from "../sms/readable_number.ts";
import { shownText } from "../sms/shown_text.ts";
import * as content from "./blocks.ts";
import { card as cardContent } from "./card.ts";
import * as directory from "./directory.ts";
import { bringFile, shareFile } from "./files.ts";
import * as channels from "./direct_channels.ts";
import { cover } from "./listeners.ts";
import { enter, isPrivate, reach } from "./membership.ts";
import * as marks from "./marks.ts";
import * as metadata from "./metadata.ts";
import * as moving from "./moving.ts";
import { type Lead, leadTo } from "./moving.ts";
import { type Posting, postOnce, threadOf } from "./posting.ts";
import { Self } from "./self.ts";
import { bidsIn, isSaid, ThreadReader } from "./thread.ts";
import { SlackRefused, WebApi } from "./web_api.ts";

const Nothing = z.object({});

/** Slack as the desk. */
export class SlackDesk implements Desk {
  readonly #api: WebApi;
  readonly #reader: ThreadReader;

  readonly #self: Self;

  /** @param botUser the app's own user id, where it is known already. */
  constructor(
    client: SlackAPIClient,
    private readonly clock: Clock,
    botUser: string | null,
  ) {
    this.#api = new WebApi(client, clock);
    this.#self = new Self(this.#api, botUser);
    this.#reader = new ThreadReader(this.#api, this.#self);
  }

  get changes(): number {
    return this.#api.changes;
  }

  async postCard(
    channel: string,
    card: Card,
    facts: CardFacts,
  ): Promise<Spot> {
    return await this.#post({
      channel,
      ...await this.#card(channel, card, facts),
      metadata: metadata.cardMetadata(card),
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
      await this.#api.call("chat.update", {
        channel,
        ts,
        ...await this.#card(channel, card, facts, lead),
        metadata: metadata.cardMetadata(card),
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
    await this.#sayOnce(place, words, about, since);
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
    await this.#sayOnce(place, words, about, tsToMs(place.ts));
  }

  async isOpenQuestion(spot: Spot): Promise<boolean> {
    const [message] = await this.#reader.parent(spot);
    return message?.metadata?.event_type === metadata.QUESTION &&
      message.metadata.event_payload.open === true;
  }

  async answerQuestion({ channel, ts }: Spot, words: string): Promise<void> {
    await this.#api.call("chat.update", {
      channel,
      ts,
      ...moving.answered(words),
      metadata: metadata.questionMetadata("", false),
    }, Nothing);
  }

  makeChannel(name: string, isPrivate: boolean) {
    return channels.makeChannel(this.#api, name, isPrivate);
  }

  async madeChannel(name: string): Promise<string | null> {
    const self = await this.#self.userId();
    return await channels.madeChannel(this.#api, self, name);
  }

  isPrivate(channel: string) {
    return isPrivate(this.#api, channel);
  }

  invite(channel: string, people: string[]) {
    return channels.invite(this.#api, channel, people);
  }

  setTopic(channel: string, topic: string) {
    return channels.setTopic(this.#api, channel, topic);
  }

  archive(channel: string) {
    return channels.archive(this.#api, channel);
  }

  latestIn(channel: string) {
    return this.#reader.latestIn(channel);
  }

  async cardAt(spot: Spot): Promise<Card | null> {
    const raw = await this.#reader.parent(spot);
    const [card] = bidsIn(spot.channel, raw);
    const ends = card && parseConversationKey(card.conversation);
    const { begun, direct: isDirect } = raw[0]?.metadata?.event_payload ?? {};
    const direct = isDirect === true;
    return ends
      ? { ...ends, beginner: metadata.beginnerIn(begun), direct }
      : null;
  }

  async postPointer(channel: string, card: Place): Promise<Spot> {
    return await this.#post({
      channel,
      ...content.pointer(card.contact, await this.permalink(card)),
      metadata: metadata.pointerMetadata(card),
    });
  }

  async bidsSince(
    channel: string,
    { line, contact }: { line: E164; contact: E164 },
    since: number,
  ) {
    const wanted = conversationKey(line, contact);
    const raw = await this.#reader.history(channel, since);
    return bidsIn(channel, raw)
      .filter(({ conversation }) => conversation === wanted);
  }

  async channelSince(channel: string, since: number) {
    const raw = await this.#reader.history(channel, since);
    const people = raw.filter(isSaid);
    return {
      bids: bidsIn(channel, raw),
      posts: await this.#reader.read(channel, people),
    };
  }

  async showText(
    place: Place & { name: string; assignees?: string[] },
    text: CarrierText,
    late: boolean,
    tells = false,
  ): Promise<Spot> {
    const mentioned = tells ? place.assignees : [];
    return await this.#post({
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
    await this.#api.call("chat.update", {
      channel,
      ts,
      ...content.receivedText(text, true),
      metadata: metadata.receivedMetadata(text.sid, true),
    }, Nothing);
  }

  bringFile(attachment: Attachment, bytes: Uint8Array<ArrayBuffer>) {
    return bringFile(this.#api, attachment, bytes);
  }

  async showFile(
    place: Place,
    file: { id: string; title: string; attachment: Attachment },
  ): Promise<void> {
    await this.#inThread(() =>
      shareFile(this.#api, this.#reader, this.clock, place, file)
    );
  }

  async sayMissing(
    place: Place,
    { title, attachment }: { title: string; attachment: Attachment },
    why: Refusal,
  ): Promise<void> {
    await this.#post({
      channel: place.channel,
      thread_ts: threadOf(place),
      ...content.missingAttachment(title, why),
      metadata: metadata.missingMetadata(attachment, why.canRetry),
    });
  }

  filesOn(spot: Spot, threadTs?: string) {
    return this.#reader.filesOn(spot, threadTs);
  }

  async showDeparture(
    place: Place,
    { body, by, request }: { body: string; by: string | null; request: string },
  ): Promise<Spot> {
    return await this.#post({
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
  ): Promise<void> {
    const retry = retryUrl
      ? { url: retryUrl, threadTs: place.ts, ts: about.ts, attempt }
      : null;
    await this.#post({
      channel: place.channel,
      thread_ts: threadOf(place) ?? await this.#reader.parentOf(about),
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
    return await this.#post({
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
    await this.#api.call("chat.postEphemeral", {
      channel,
      user: person,
      thread_ts: threadTs,
      ...content.remark(sentence, button),
    }, Nothing);
  }

  thread(place: CardSpot, since?: number) {
    return place.direct
      ? this.#reader.channel(place, since)
      : this.#reader.thread(place, since);
  }

  async isSaid(spot: Spot): Promise<boolean> {
    return (await this.#reader.parent(spot)).some(isSaid);
  }

  marksOn(spot: Spot) {
    return marks.marksOn(this.#api, this.#self, spot);
  }

  mark(spot: Spot, name: Mark) {
    return marks.mark(this.#api, spot, name);
  }

  claim(spot: Spot, name: Mark) {
    return marks.claim(this.#api, spot, name);
  }

  unmark(spot: Spot, name: Mark) {
    return marks.unmark(this.#api, spot, name);
  }

  pin(spot: Spot) {
    return marks.pin(this.#api, spot);
  }

  unpin(spot: Spot) {
    return marks.unpin(this.#api, spot);
  }

  pinned(channel: string) {
    return marks.pinned(this.#api, channel);
  }

  async remove({ channel, ts }: Spot): Promise<void> {
    try {
      await this.#api.call("chat.delete", { channel, ts }, Nothing);
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        error.code === "message_not_found";
      if (!gone) throw error;
    }
  }

  async permalink({ channel, ts }: Spot): Promise<string> {
    const { permalink } = await this.#api.call(
      "chat.getPermalink",
      { channel, message_ts: ts },
      z.object({ permalink: z.string() }),
    );
    return permalink;
  }

  names(people: string[]) {
    return directory.names(this.#api, people);
  }

  async remark(place: Place, words: string): Promise<void> {
    await this.#post({
      channel: place.channel,
      thread_ts: threadOf(place),
      ...content.spoken(words),
      metadata: metadata.remarkMetadata(this.clock.now()),
    });
  }

  async notify(
    place: string,
    words: string,
    { who, link }: { who: string; link: string },
  ): Promise<void> {
    await this.#post({
      channel: place,
      ...content.spoken(`${words} <${link}|${shownText(who)}>`),
      metadata: metadata.remarkMetadata(this.clock.now()),
    });
  }

  membersOfChannel(channel: string) {
    return directory.membersOfChannel(this.#api, channel);
  }

  timeZoneOf(person: string) {
    return directory.timeZoneOf(this.#api, person);
  }

  userGroups() {
    return directory.userGroups(this.#api);
  }

  membersOf(group: string) {
    return directory.membersOf(this.#api, group);
  }

  enter(channel: string) {
    return enter(this.#api, channel);
  }

  reach(channel: string, joins: boolean) {
    return reach(this.#api, channel, joins);
  }

  async cover(channels: string[], listeners: Listener[], kind?: "direct") {
    const self = await this.#self.userId();
    return await cover(this.#api, self, channels, listeners, kind);
  }

  async write(person: string, sentence: string): Promise<void> {
    await this.#api.once(
      "chat.postMessage",
      { channel: person, ...content.remark(sentence) },
      Nothing,
    );
  }

  ownId() {
    return this.#self.userId();
  }

  shortcutUrls() {
    return directory.shortcutUrls(this.#api);
  }

  /** Only a card that says whom to address needs the app's own id. */
  async #card(
    channel: string,
    card: Card,
    facts: CardFacts,
    movedTo: Lead | null = null,
  ) {
    const isAddressed = facts.opening?.addressed.includes(channel) ?? false;
    const addressee = isAddressed ? await this.#self.userId() : null;
    return cardContent(card, facts, addressee, movedTo);
  }

  /** Posts what is not there already; of several runs that do the first one's stands. */
  async #sayOnce(
    place: CardSpot,
    words: content.Content,
    about: Posting["metadata"],
    since: number,
  ): Promise<void> {
    if (await this.#reader.first(place, about, since)) return;
    const mine = await this.#post({
      channel: place.channel,
      thread_ts: threadOf(place),
      ...words,
      metadata: about,
    });
    const first = await this.#reader.first(place, about, since);
    if (first && first.ts !== mine.ts) await this.remove(mine);
  }

  async #post(posting: Posting): Promise<Spot> {
    const now = this.clock.now();
    return await this.#inThread(() =>
      postOnce(this.#api, this.#reader, posting, now)
    );
  }

  async #inThread<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      const gone = error instanceof SlackRefused &&
        ["thread_not_found", "cannot_reply_to_message"].includes(error.code);
      throw gone ? new PlaceGone(error.message) : error;
    }
  }
}
