import type { Clock } from "../clock.ts";
import type { Changes } from "./changes.ts";
import type { Message, Messages } from "./messages.ts";
import { refuse } from "./refusal.ts";

/** Pins that one channel can hold. */
const PER_CHANNEL = 100;

/** The pins of each channel. */
export class Pins {
  constructor(
    private readonly messages: Messages,
    private readonly clock: Clock,
    private readonly changes: Changes,
  ) {}

  /** The pinned messages of a channel, the newest pin first. */
  in(channel: string): Message[] {
    return this.messages.inChannel(channel)
      .filter((message) => message.pinned)
      .sort((a, b) => (b.pinned?.at ?? 0) - (a.pinned?.at ?? 0));
  }

  add(message: Message, user: string): void {
    if (message.pinned) refuse("already_pinned");
    if (message.subtype === "tombstone") refuse("not_pinnable");
    if (this.in(message.channel).length >= PER_CHANNEL) refuse("too_many_pins");
    message.pinned = { by: user, at: Math.floor(this.clock.now() / 1000) };
    this.#changed(message, "added", user);
  }

  remove(message: Message, user: string): void {
    if (!message.pinned) refuse("no_pin");
    delete message.pinned;
    this.#changed(message, "removed", user);
  }

  #changed(message: Message, action: string, user: string): void {
    this.messages.keep(message);
    this.changes.emit({
      kind: "pin",
      action,
      channel_id: message.channel,
      ts: message.ts,
      user_id: user,
    });
  }
}
