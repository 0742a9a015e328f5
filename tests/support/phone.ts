import assert from "node:assert/strict";
import type { Channel, Message } from "./channel.ts";
import type { Scene } from "./scene.ts";
import type { PhoneText } from "./surface.ts";

/** A person's phone. */
export class Phone {
  constructor(readonly scene: Scene, readonly number: string) {}

  /** Texts the line. @returns the carrier's id of the text. */
  async text(body: string, to = this.scene.line): Promise<string> {
    const path = `/phones/${this.#path}/texts`;
    const { sid } = await this.scene.surface.ask<{ sid: string }>(
      "POST",
      path,
      { to, body },
    );
    return sid;
  }

  /** Begins a conversation by texting. @returns its card in a channel, with the text under it. */
  async begins(channel: Channel, body: string): Promise<Message> {
    await this.text(body);
    const card = await channel.expectMessage(/New Inbound/);
    await card.expectReply(body);
    return card;
  }

  /** Texts the line and sends files along, by their addresses. @returns the carrier's id of the text. */
  async textWith(files: string[], body = ""): Promise<string> {
    const { sid } = await this.scene.surface.ask<{ sid: string }>(
      "POST",
      `/phones/${this.#path}/texts`,
      { to: this.scene.line, body, media_urls: files },
    );
    return sid;
  }

  /** Takes a picture, films or makes a contact card, by media type. @returns its address. */
  async take(type: string, content: string): Promise<string> {
    const bytes = new TextEncoder().encode(content);
    const kept = await this.scene.surface.upload("/pictures", type, bytes);
    return (await kept.json()).url;
  }

  /** Waits until the phone has got a text, other than those expected before, that looks so. */
  async expectText(expected: RegExp | string): Promise<PhoneText> {
    return await this.scene.eventually(
      `${this.number} gets a text like ${expected}`,
      async () =>
        (await this.received()).find((text) =>
          !this.scene.expected.has(text.sid) && looksLike(text.body, expected)
        ),
      (text) => this.scene.expected.add(text.sid),
    );
  }

  /** Every text that came to this phone, oldest first. */
  async received(): Promise<PhoneText[]> {
    const path = `/phones/${this.#path}/texts`;
    const all = await this.scene.surface.ask<PhoneText[]>("GET", path);
    return all.filter(({ direction }) => direction === "outbound");
  }

  /** Lets some time pass, and makes sure that nothing new came. */
  async expectNoText(): Promise<void> {
    await this.scene.pass(15_000);
    const unexpected = (await this.received())
      .filter(({ sid }) => !this.scene.expected.has(sid));
    assert.deepEqual(unexpected, [], `${this.number} got an unexpected text`);
  }

  /** `on`, `off`, `landline`, `unknown`, `blocked` or `opted_out`. */
  async is(state: string): Promise<void> {
    await this.scene.surface.ask("PUT", `/phones/${this.#path}`, { state });
  }

  get #path(): string {
    return encodeURIComponent(this.number);
  }
}

/** Whether a text is the expected one: equal to a string, matched by a pattern. */
export function looksLike(text: string, expected: RegExp | string): boolean {
  return typeof expected === "string" ? text === expected : expected.test(text);
}
