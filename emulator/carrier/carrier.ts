import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Journal } from "../journal.ts";
import type { PlainRequest } from "../plain_request.ts";
import type { Collection, Store } from "../store.ts";
import type { Wire } from "../wire.ts";
import type { Account } from "./account.ts";
import type { Call } from "./call.ts";
import type { Order } from "./create_message.ts";
import { Ladder, type LadderDelays, USUAL_DELAYS } from "./ladder.ts";
import type { Line } from "./line.ts";
import { mediaAt } from "./media.ts";
import type { Message, Status } from "./message.ts";
import { MessageLog } from "./message_log.ts";
import { OptOuts, type OptOutType } from "./opt_out.ts";
import type { Phone } from "./phone.ts";
import { type CarrierSeed, openAccount } from "./open_account.ts";
import { countSegments } from "./segments.ts";
import { inboundForm, statusForm } from "./webhook_form.ts";
import { type Errand, Webhooks } from "./webhooks.ts";

export interface CarrierOptions {
  clock: Clock;
  ids: Ids;
  store: Store;
  journal: Journal;
  wire: Wire;
  seed: CarrierSeed;
  /** Reaches the host that a webhook's URL names; rejects when nobody is there. */
  outbound: (request: Request) => Promise<Response>;
  delays?: Partial<LadderDelays>;
  /** Milliseconds between a text from a phone and its webhook. */
  webhookDelay?: number;
  /** Where the files of texts lie, without a slash at the end; beside the REST API unless told otherwise. */
  mediaOrigin?: string;
  /** Milliseconds after a text came during which its files are not there yet: real ones take some seconds. */
  mediaDelay?: number;
  /** Names who is calling the REST API, where it can be told. */
  caller?: (request: Request | PlainRequest) => string | undefined;
}

/** What somebody watching the phones would see change. */
export interface PhoneChange {
  kind: "phone";
  number: string;
  sid?: string;
}

/** A carrier with an account, its lines, and the phones at the other end. */
export class Carrier {
  readonly account: Account;
  readonly messages: MessageLog;
  readonly optOuts: OptOuts;
  readonly webhooks: Webhooks;
  readonly countries: string[] | undefined;
  /** Calls from phones, oldest first. */
  readonly calls: Call[] = [];
  readonly #lines: Collection<Line>;
  readonly #phones: Collection<Phone>;
  readonly #ladder: Ladder;
  readonly #listeners = new Set<(change: PhoneChange) => void>();

  constructor(readonly world: CarrierOptions) {
    const { clock, ids, store, seed } = world;
    this.messages = new MessageLog(store);
    this.optOuts = new OptOuts(store);
    this.countries = seed.countries;
    this.#lines = store.collection("carrier_lines");
    this.#phones = store.collection("carrier_phones");
    this.account = openAccount(world, this.#lines, this.#phones);
    this.webhooks = new Webhooks({
      clock,
      ids,
      wire: world.wire,
      authToken: this.account.auth_token,
      outbound: world.outbound,
    });
    this.#ladder = new Ladder(
      clock,
      { ...USUAL_DELAYS, ...world.delays },
      (number) => this.phone(number)?.state ?? "unknown",
      (message, status, code) => this.#reached(message, status, code),
    );
    for (const message of this.messages.all()) this.#ladder.climb(message);
  }

  line(number: string): Line | undefined {
    return this.lines().find((line) => line.phone_number === number);
  }

  lineBySid(sid: string): Line | undefined {
    return this.#lines.get(sid);
  }

  lines(): Line[] {
    return this.#lines.all();
  }

  saveLine(line: Line): void {
    line.updated = this.world.clock.now();
    this.#lines.put(line.sid, line);
  }

  phone(number: string): Phone | undefined {
    return this.#phones.get(number);
  }

  phones(): Phone[] {
    return this.#phones.all();
  }

  savePhone(phone: Phone): void {
    this.#phones.put(phone.number, phone);
    this.#tell({ kind: "phone", number: phone.number });
  }

  /** @returns a function that ends the telling. */
  onChange(listener: (change: PhoneChange) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes a text from a line and starts it on its way. */
  send(
    order: Order,
    direction: Message["direction"] = "outbound-api",
  ): Message {
    const message = this.#message({
      ...order,
      direction,
      status: "queued",
      status_callback: order.statusCallback,
    });
    this.#ladder.climb(message);
    return message;
  }

  /** Takes a text from a phone, and rings the line's webhook. */
  receive(phone: Phone, line: Line, body: string, mediaUrls: string[]) {
    const message = this.#message({
      from: phone.number,
      to: line.phone_number,
      body,
      mediaUrls,
      direction: "inbound",
      status: "received",
      status_callback: null,
    });
    this.#tell({ kind: "phone", number: phone.number, sid: message.sid });
    const { type, reply } = this.optOuts.hear(line.phone_number, phone, body);
    if (reply) {
      this.savePhone(phone);
      this.send({
        from: line.phone_number,
        to: phone.number,
        body: reply,
        mediaUrls: [],
        statusCallback: null,
      }, "outbound-reply");
    }
    this.world.clock.after(
      this.world.webhookDelay ?? 100,
      () => this.#announce(message, type),
    );
    return message;
  }

  #announce(message: Message, optOutType: OptOutType | null): void {
    const line = this.line(message.to);
    if (!line?.sms_url) return;
    message.sent = this.world.clock.now();
    this.messages.save(message);
    this.#run({
      kind: "inbound",
      messageSid: message.sid,
      url: line.sms_url,
      method: line.sms_method,
      form: inboundForm(message, this.account.sid, optOutType),
      fallbackUrl: line.sms_fallback_url || undefined,
    });
  }

  #reached(message: Message, status: Status, errorCode: number | null): void {
    const now = this.world.clock.now();
    message.status = status;
    message.error_code = errorCode;
    message.updated = now;
    if (status === "sent") message.sent = now;
    if (status === "delivered") {
      message.arrived = now;
      this.#tell({ kind: "phone", number: message.to, sid: message.sid });
    }
    this.messages.save(message);
    // https://www.twilio.com/docs/messaging/guides/track-outbound-message-status
    if (!message.status_callback || status === "sending") return;
    this.#run({
      kind: "status",
      messageSid: message.sid,
      url: message.status_callback,
      method: "POST",
      form: statusForm(message, this.account.sid),
    });
  }

  #run(errand: Errand): void {
    // A webhook that nobody took is in the log; there is nobody else to tell.
    this.webhooks.run(errand).catch(() => {});
  }

  #message(
    start:
      & Pick<
        Message,
        "from" | "to" | "body" | "direction" | "status" | "status_callback"
      >
      & { mediaUrls: string[] },
  ): Message {
    const { ids, clock } = this.world;
    const { mediaUrls, from, to, body, direction, status } = start;
    const now = clock.now();
    const message: Message = {
      sid: ids.twilio(mediaUrls.length > 0 ? "MM" : "SM"),
      from,
      to,
      body,
      direction,
      status,
      status_callback: start.status_callback,
      media: mediaUrls.map((url) => mediaAt(url, ids)),
      num_segments: countSegments(body),
      error_code: null,
      created: now,
      updated: now,
      sent: null,
      arrived: direction === "inbound" ? now : null,
    };
    this.messages.add(message);
    return message;
  }

  #tell(change: PhoneChange): void {
    for (const listener of this.#listeners) listener(change);
  }
}
