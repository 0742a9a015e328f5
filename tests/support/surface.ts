import type { VirtualClock } from "./virtual_clock.ts";

/** What `GET /workspace` tells. */
export interface Workspace {
  people: { id: string; name: string; token: string }[];
  bot: { id: string; user_id: string };
  channels: { id: string; name: string }[];
  lines: { number: string; channel_id: string }[];
  phones: { number: string; name: string; state: string }[];
  shortcuts: { name: string; trigger_id: string }[];
  webhooks: { name: string; url: string }[];
}

/** A message as Slack's Web API shows it. */
export interface SlackMessage {
  ts: string;
  subtype?: string;
  user?: string;
  bot_id?: string;
  username?: string;
  text: string;
  thread_ts?: string;
  reply_count?: number;
  blocks?: Record<string, unknown>[];
  files?: { id: string; name: string; title: string; url_private: string }[];
  reactions?: { name: string; users: string[]; count: number }[];
  pinned_to?: string[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
}

/** A text as a phone shows it. */
export interface PhoneText {
  sid: string;
  direction: "inbound" | "outbound";
  from: string;
  to: string;
  body: string;
  at: string;
}

/** The emulator's HTTP surface, asked in virtual time: all that a person can do is a call here. */
export class Surface {
  constructor(
    readonly clock: VirtualClock,
    private readonly answer: (request: Request) => Promise<Response>,
  ) {}

  /** @throws when the answer is no 2xx: its body says why. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await this.raw(method, path, body);
    const text = await response.text();
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${text}`);
    }
    return JSON.parse(text || "{}");
  }

  /** Uploads bytes to an address of the emulator's. */
  async upload(url: string, type: string, body: Uint8Array<ArrayBuffer>) {
    const headers = { "content-type": type };
    return await this.clock.runUntil(
      this.answer(
        new Request(new URL(url, "http://127.0.0.1"), {
          method: "POST",
          headers,
          body,
        }),
      ),
    );
  }

  async raw(method: string, path: string, body?: unknown): Promise<Response> {
    const asked = this.answer(
      new Request(new URL(path, "http://127.0.0.1"), {
        method,
        headers: { "content-type": "application/json" },
        body: body === undefined ? undefined : JSON.stringify(body),
      }),
    );
    return await this.clock.runUntil(asked);
  }

  /** What a person reads at an address. */
  async text(path: string): Promise<string> {
    return await (await this.raw("GET", path)).text();
  }

  /** Calls Slack's Web API as the bearer of a token. @throws Slack's error code. */
  async slack<T>(
    token: string,
    method: string,
    args: Record<string, unknown>,
  ): Promise<T> {
    const asked = this.answer(
      new Request(`http://127.0.0.1/api/${method}`, {
        method: "POST",
        headers: {
          "content-type": "application/json; charset=utf-8",
          authorization: `Bearer ${token}`,
        },
        body: JSON.stringify(args),
      }),
    );
    const answer = await (await this.clock.runUntil(asked)).json();
    if (!answer.ok) throw new Error(`${method}: ${answer.error}`);
    return answer;
  }

  workspace(): Promise<Workspace> {
    return this.ask("GET", "/workspace");
  }
}
