import * as z from "zod/mini";
import type {
  Attachment,
  Carrier,
  CarrierLine,
  CarrierText,
  Clock,
  Departure,
} from "../ports.ts";
import { Outage, UnknownFate } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { textIn } from "./text_record.ts";
import { type Account, Client, type Parameters } from "./client.ts";
import { explain } from "./errors.ts";
import { fetchMedia } from "./media.ts";
import { lineOf } from "./owned_number.ts";

/** What is used of the record of a file (https://www.twilio.com/docs/messaging/api/media-resource). */
const MediaRecord = z.object({
  sid: z.string().check(z.regex(/^ME[0-9a-f]{32}$/)),
  content_type: z.string(),
});

/** What a refused call throws: Twilio's own code and the HTTP status. */
const Thrown = z.object({
  status: z.number(),
  code: z.optional(z.unknown()),
});

/** The latest texts of a conversation that one ring looks at. */
const LATEST = 20;

/** The latest texts of a line that one ring looks at. */
const LATEST_TO = 50;

/** Twilio's largest page. */
const PAGE = 1000;

/** How long after a text (milliseconds) its files may still be on their way into the carrier's store. */
const MEDIA_COMES = 12_000;

/** How often it is looked meanwhile whether they are listed (milliseconds). */
const MEDIA_LOOK = 2_000;

/** Twilio as the carrier. */
export class TwilioCarrier implements Carrier {
  readonly #client: Client;

  /** @param relayUrl where Twilio reports a text's fate: the relay's public address. */
  constructor(
    private readonly account: Account,
    private readonly relayUrl: string,
    private readonly clock: Clock,
  ) {
    this.#client = new Client(account, clock);
  }

  explain = explain;

  async send(departure: Departure): Promise<CarrierText> {
    const callback = this.#bell();
    callback.searchParams.set(
      "watched_until",
      String(Math.floor(departure.watchedUntil / 1000)),
    );
    const answer = await this.#client.create("Messages", {
      From: departure.line,
      To: departure.contact,
      Body: departure.body,
      StatusCallback: callback.href,
    }).catch((error: unknown) => {
      const { data: thrown } = Thrown.safeParse(error);
      if (!thrown) throw error;
      if (thrown.status >= 500) {
        throw new UnknownFate(`the carrier answered ${thrown.status}`);
      }
      throw explain(Number(thrown.code) || null);
    });
    return textIn(answer);
  }

  async text(sid: string): Promise<CarrierText | null> {
    const record = await this.#client.fetch("Messages", sid).catch(
      (error: unknown) => {
        if (Thrown.safeParse(error).data?.status === 404) return null;
        throw outage(error);
      },
    );
    return record === null ? null : textIn(record);
  }

  async textsFrom(contact: E164, line: E164): Promise<CarrierText[]> {
    const latest = { From: contact, To: line, PageSize: LATEST };
    return await this.#texts(latest, "first page");
  }

  async latestTo(line: E164): Promise<CarrierText[]> {
    return await this.#texts({ To: line, PageSize: LATEST_TO }, "first page");
  }

  async receivedSince(line: E164, since: number): Promise<CarrierText[]> {
    return await this.#since({ To: line }, since);
  }

  async sentSince(
    line: E164,
    since: number,
    contact?: E164,
  ): Promise<CarrierText[]> {
    return await this.#since({ From: line, To: contact }, since);
  }

  async attachmentsOf(text: CarrierText): Promise<Attachment[]> {
    while (true) {
      const records = await this.#list(
        `Messages/${text.sid}/Media`,
        "media_list",
        { PageSize: LATEST },
        "first page",
      );
      const listed = records.flatMap((record) => {
        const { data } = MediaRecord.safeParse(record);
        return data
          ? [{ sid: data.sid, text: text.sid, type: data.content_type }]
          : [];
      });
      const isAll = listed.length >= text.mediaCount;
      const next = this.clock.now() + MEDIA_LOOK;
      if (isAll || next > text.createdAt + MEDIA_COMES) return listed;
      await this.clock.sleep(MEDIA_LOOK);
    }
  }

  async bytesOf({ sid }: Attachment, text: CarrierText) {
    const messages = `/2010-04-01/Accounts/${this.account.sid}/Messages`;
    return await fetchMedia(
      this.account,
      this.clock,
      `${messages}/${text.sid}/Media/${sid}`,
      text.createdAt + MEDIA_COMES,
    );
  }

  async line(number: E164): Promise<CarrierLine | null> {
    // Twilio takes it as a part of a number: several may hold it.
    const found = await this.#lines({ PhoneNumber: number }, "first page");
    return found.find((line) => line.number === number) ?? null;
  }

  async lines(): Promise<CarrierLine[]> {
    return await this.#lines({ PageSize: PAGE }, "all");
  }

  async pointHere({ id }: CarrierLine): Promise<void> {
    const { href } = this.#bell();
    try {
      await this.#client.create(`IncomingPhoneNumbers/${id}`, {
        SmsUrl: href,
        SmsMethod: "POST",
        SmsFallbackUrl: href,
        SmsFallbackMethod: "POST",
      });
    } catch (error) {
      throw outage(error);
    }
  }

  /** Where the relay is rung. Connection overrides: Twilio itself tries again (https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides). */
  #bell(): URL {
    const bell = new URL(this.relayUrl);
    bell.hash = "rc=5&rp=all";
    return bell;
  }

  async #lines(
    params: Parameters,
    extent: "first page" | "all",
  ): Promise<CarrierLine[]> {
    const found = await this.#list(
      "IncomingPhoneNumbers",
      "incoming_phone_numbers",
      params,
      extent,
    );
    return found.flatMap((each) => lineOf(each, this.relayUrl) ?? []);
  }

  /** Twilio may take the moment as a mere day, so what is older is left out here. */
  async #since(who: Parameters, since: number): Promise<CarrierText[]> {
    const texts = await this.#texts({
      ...who,
      "DateSent>": new Date(since).toISOString(),
      PageSize: PAGE,
    }, "all");
    return texts.filter(({ createdAt }) => createdAt >= since - 1000);
  }

  /** Twilio lists the newest first. */
  async #texts(
    params: Parameters,
    extent: "first page" | "all",
  ): Promise<CarrierText[]> {
    const records = await this.#list("Messages", "messages", params, extent);
    return records.map(textIn).reverse();
  }

  async #list(
    ...asked: globalThis.Parameters<Client["list"]>
  ): Promise<unknown[]> {
    try {
      return await this.#client.list(...asked);
    } catch (error) {
      throw outage(error);
    }
  }
}

/** What Twilio throws for a call that changes nothing. */
function outage(error: unknown): unknown {
  const { data: thrown } = Thrown.safeParse(error);
  return thrown
    ? new Outage(`the carrier answered ${thrown.status}, code ${thrown.code}`)
    : error;
}
