import * as z from "zod/mini";
import type { Message } from "../../emulator/slack/messages.ts";
import { Refused } from "./hands.ts";
import type { Stage } from "./stage.ts";

const Row = z.object({
  channel: z.string(),
  card_ts: z.string(),
  direct: z.optional(z.boolean()),
});

/** A world in which one conversation moves about, and what must hold in it. */
export class MovingWorld {
  #texts = 0;

  constructor(private readonly stage: Stage) {}

  /** The contact texts. */
  async text(): Promise<void> {
    await this.stage.hands.ask("POST", `/phones/${this.#contact}/texts`, {
      to: this.#line,
      body: `t${++this.#texts}`,
    });
  }

  /** A teammate presses a button on the conversation's card. */
  async press(button: string): Promise<void> {
    const { channel, card_ts } = this.#row;
    await this.stage.hands.ask(
      "POST",
      `/desk/messages/${channel}/${card_ts}/buttons/${button}`,
      { user_id: this.stage.workspace.people[0]?.id },
    );
  }

  /** A teammate writes in the conversation's place. */
  async write(text: string): Promise<void> {
    const { channel, card_ts: thread_ts } = this.#row;
    const token = this.stage.workspace.people[0]?.token ?? "";
    const { hands } = this.stage;
    try {
      await hands.slack(token, "conversations.join", { channel });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
    const where = this.isDirect ? { channel } : { channel, thread_ts };
    await hands.slack(token, "chat.postMessage", { ...where, text });
  }

  /** Somebody archives the channel that the conversation is in. */
  archive(): void {
    const { channels } = this.#workspace;
    const channel = channels.get(this.#row.channel);
    if (channel) channels.setArchived(channel, true, "U0");
  }

  get isDirect(): boolean {
    return this.#row.direct ?? false;
  }

  /** What is wrong with a world at rest. */
  *wrongs(): Generator<string> {
    const messages = this.#messages;
    const { channel, card_ts } = this.#row;
    for (const { sid, direction } of this.stage.world.carrier.messages.all()) {
      if (direction !== "inbound") continue;
      const standing = messages.filter((each) => sidOf(each) === sid);
      if (standing.length !== 1) {
        yield `a text stands ${standing.length} times`;
      }
    }
    const cards = messages.filter((each) =>
      isOpenCard(each) && this.#isKnown(each.channel)
    );
    if (cards.length !== 1 || cards[0]?.ts !== card_ts) {
      const places = cards.map((each) => `${each.channel}:${each.ts}`);
      yield `cards at ${places.join(", ")}, for one at ${channel}:${card_ts}`;
    }
    for (const { ts, channel: at, pinned } of messages) {
      const isOther = ts !== card_ts && this.#isKnown(at);
      if (pinned && isOther) yield "a card that was left is pinned";
    }
    for (const { callback_id, error } of this.#runs) {
      yield `${callback_id} failed: ${error}`;
    }
  }

  /** How often words were texted. */
  sent(words: string): number {
    return this.stage.world.carrier.messages.all()
      .filter(({ body }) => body === words).length;
  }

  get #workspace() {
    return this.stage.world.slack.workspace;
  }

  get #contact(): string {
    return this.stage.workspace.phones[0]?.number ?? "";
  }

  get #line(): string {
    return this.stage.workspace.lines[0]?.number ?? "";
  }

  get #row() {
    const { datastores } = this.stage.world.slack;
    const key = `${this.#line}:${this.#contact}`;
    return z.parse(Row, datastores.get("conversations", key));
  }

  get #messages(): Message[] {
    const { channels, messages } = this.#workspace;
    return channels.all().flatMap(({ id }) => [...messages.inChannel(id)]);
  }

  /** Runs that failed by themselves: we have killed the others, and Slack ends those after a minute. */
  get #runs() {
    return this.stage.world.slack.executions.all().filter(({ error }) =>
      error && !/^Killed|60 seconds/.test(error)
    );
  }

  /** Whether people may look for the conversation in a channel: one that was made and not written down is nobody's. */
  #isKnown(channel: string): boolean {
    const row = this.stage.world.slack.datastores.get("places", channel);
    const isWritten = Object.keys(row ?? {}).length > 0;
    return isWritten && !this.#workspace.channels.get(channel)?.is_archived;
  }
}

function sidOf({ metadata }: Message): unknown {
  return metadata?.event_payload.sid;
}

function isOpenCard({ blocks, metadata }: Message): boolean {
  return metadata?.event_type === "clerk_card" &&
    /"(create_channel|move_back)"/.test(JSON.stringify(blocks));
}
