import type { Changes } from "./changes.ts";
import type { Message, Messages } from "./messages.ts";
import { refuse } from "./refusal.ts";

/** Distinct emoji on one message, and one person's share of them. */
const PER_MESSAGE = 50;
const PER_PERSON = 23;

/** Reactions: the platform's only atomic test-and-set, since a second one of the same kind is refused. */
export class Reactions {
  constructor(
    private readonly messages: Messages,
    private readonly changes: Changes,
  ) {}

  add(message: Message, name: string, user: string): void {
    const emoji = checkEmoji(name);
    const reaction = message.reactions.find((one) => one.name === emoji);
    if (reaction?.users.includes(user)) refuse("already_reacted");
    if (!reaction && message.reactions.length >= PER_MESSAGE) {
      refuse("too_many_emoji");
    }
    const own = message.reactions.filter((one) => one.users.includes(user));
    if (own.length >= PER_PERSON) refuse("too_many_reactions");
    if (reaction) reaction.users.push(user);
    else message.reactions.push({ name: emoji, users: [user] });
    this.#changed(message, "added", emoji, user);
  }

  remove(message: Message, name: string, user: string): void {
    const emoji = checkEmoji(name);
    const reaction = message.reactions.find((one) => one.name === emoji);
    if (!reaction?.users.includes(user)) return refuse("no_reaction");
    reaction.users.splice(reaction.users.indexOf(user), 1);
    if (reaction.users.length === 0) {
      message.reactions.splice(message.reactions.indexOf(reaction), 1);
    }
    this.#changed(message, "removed", emoji, user);
  }

  #changed(message: Message, action: string, id: string, user: string): void {
    this.messages.keep(message);
    this.changes.emit({
      kind: "reaction",
      action,
      channel_id: message.channel,
      ts: message.ts,
      user_id: user,
      id,
    });
  }
}

function checkEmoji(name: string): string {
  const bare = name.replace(/^:|:$/g, "");
  if (!/^[a-z0-9_+'-]+(::skin-tone-[2-6])?$/.test(bare)) refuse("invalid_name");
  return bare;
}
