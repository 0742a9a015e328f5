import { Hono } from "hono";
import {
  Carrier,
  type CarrierOptions,
} from "../../emulator/carrier/carrier.ts";
import { carrierRoutes } from "../../emulator/carrier/carrier_routes.ts";
import type { Phone } from "../../emulator/carrier/phone.ts";
import { Ids, seededRandom } from "../../emulator/ids.ts";
import { Journal } from "../../emulator/journal.ts";
import { Store } from "../../emulator/store.ts";
import type { Wire } from "../../emulator/wire.ts";
import { VirtualClock } from "./virtual_clock.ts";

export const LINE = "+14155550100";
export const MAYA = "+14155550142";

/** A wire of no length that loses nothing. */
export const bareWire: Wire = { pass: (_call, perform) => perform() };

/** A webhook as the app's side saw it. */
export interface Heard {
  url: string;
  form: Record<string, string>;
  headers: Headers;
  at: number;
}

/** A carrier by itself, with one line, Maya's phone, and somebody who hears its webhooks. */
export class CarrierBench {
  readonly clock = new VirtualClock();
  readonly store = new Store();
  readonly journal = new Journal(this.clock);
  readonly heard: Heard[] = [];
  readonly carrier: Carrier;
  readonly app = new Hono();
  /** What the app's side answers; a 204 unless a test says otherwise. */
  answer: (heard: Heard) => Response | Promise<Response> = () =>
    new Response(null, { status: 204 });

  constructor(options: Partial<CarrierOptions> = {}) {
    this.carrier = new Carrier({
      clock: this.clock,
      ids: new Ids(seededRandom(1)),
      store: this.store,
      journal: this.journal,
      wire: bareWire,
      outbound: (request) => this.#hear(request),
      seed: {
        lines: [{ number: LINE, sms_url: "https://relay.test/ring" }],
        phones: [{ number: MAYA, name: "Maya" }],
      },
      ...options,
    });
    carrierRoutes(this.app, this.carrier);
  }

  /** Calls the REST API as the account's owner. */
  async rest(
    method: string,
    path: string,
    form?: Record<string, string> | URLSearchParams,
  ) {
    const { sid, auth_token } = this.carrier.account;
    const response = await this.app.request(
      `/2010-04-01/Accounts/${sid}/${path}`,
      {
        method,
        headers: { authorization: `Basic ${btoa(`${sid}:${auth_token}`)}` },
        body: form && new URLSearchParams(form),
      },
    );
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : null };
  }

  /** Creates a text from the line, and gives its SID. */
  async send(form: Record<string, string> = {}): Promise<string> {
    const { body } = await this.rest("POST", "Messages.json", {
      To: MAYA,
      From: LINE,
      Body: "hello",
      ...form,
    });
    return body.sid;
  }

  async texts(number = MAYA) {
    return await (await this.app.request(`/phones/${number}/texts`)).json();
  }

  async text(body: string, number = MAYA) {
    return await this.app.request(`/phones/${number}/texts`, {
      method: "POST",
      body: JSON.stringify({ to: LINE, body }),
    });
  }

  turn(state: Phone["state"], number = MAYA) {
    return this.app.request(`/phones/${number}`, {
      method: "PUT",
      body: JSON.stringify({ state }),
    });
  }

  async #hear(request: Request): Promise<Response> {
    const heard = {
      url: request.url,
      form: Object.fromEntries(new URLSearchParams(await request.text())),
      headers: request.headers,
      at: this.clock.now(),
    };
    this.heard.push(heard);
    return await this.answer(heard);
  }
}
