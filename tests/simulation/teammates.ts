import { DeskHand } from "../../emulator/desk_hand.ts";
import type { Clock } from "../../emulator/clock.ts";
import { sleep } from "../../emulator/clock.ts";
import type { World } from "../../emulator/world.ts";
import type { SlackMessage, Workspace } from "../support/surface.ts";
import type { Chance } from "./chance.ts";
import type { Faults } from "./faults.ts";
import type { Hands } from "./hands.ts";
import type { Ledger, Wish } from "./ledger.ts";
import { type Card, Eyes, kindOf, payloadOf } from "./seen_in_slack.ts";
import type { Trace } from "./trace.ts";

/** One of the team. */
export type Mate = Workspace["people"][number];

/** Marks that people put on messages too, so that the app must tell whose they are. */
const MARKS = [
  "hourglass_flowing_sand",
  "heavy_check_mark",
  "vibration_mode",
  "x",
] as const;

/** Nothing of a conversation is under way after so long (milliseconds): longer than a run lives twice. */
const QUIET = 150_000;

/** People of the team at their Slack clients. What they want is written into the ledger. */
export class Teammates {
  readonly #filling = new Set<string>();
  #count = 0;

  constructor(
    private readonly world: Pick<World, "clock" | "fetch" | "carrier">,
    private readonly hands: Hands,
    private readonly chance: Chance,
    private readonly faults: Faults,
    private readonly ledger: Ledger,
    private readonly trace: Trace,
    readonly mates: readonly [Mate, ...Mate[]],
  ) {}

  someone(): Mate {
    return this.chance.oneOf(this.mates);
  }

  /** Replies in a conversation's thread; `times` with the very same words. */
  async reply(card: Card, times = 1): Promise<void> {
    const body = this.#words("r");
    for (let time = 0; time < times; time++) {
      if (time > 0) await sleep(this.#clock, this.chance.magnitude(1, 5_000));
      const mate = this.someone();
      await this.#write(mate, card.channel, body, card.ts, {
        ...this.#wish("reply", mate, card.line, card.contact, body),
      });
    }
  }

  /** Types a `send` line in a connected channel. */
  async sendLine(
    channel: string,
    line: string,
    contact: string,
  ): Promise<void> {
    const mate = this.someone();
    const body = this.#words("l");
    const to = this.chance.oneOf(
      [contact, `<tel:${contact}|${contact}>`],
    );
    await this.#write(mate, channel, `send ${to} ${body}`, undefined, {
      ...this.#wish("line", mate, line, contact, body),
    });
  }

  /** Opens the dashboard, fills the send form and submits it; gives up when something does not come or go. */
  async fillForm(
    channel: { id: string; name: string },
    line: string,
    contact: string,
  ): Promise<void> {
    const mate = this.someone();
    if (this.#filling.has(mate.id)) return;
    this.#filling.add(mate.id);
    const body = this.#words("f");
    const hand = new DeskHand(this.world, mate.name);
    this.trace.note(mate.name, `opens the send form in ${channel.name}`);
    try {
      await hand.press("Clerk", channel.name);
      await hand.click("Send Text");
      const wish = this.#wish("form", mate, line, contact, body);
      const sent = hand.submit("Send Text", {
        "Phone number": contact,
        "Replies go to": channel.id,
        "Message": body,
      });
      this.ledger.wishes.push(wish);
      await sent;
      wish.isPromised = true;
      this.trace.note(mate.name, `sees the form to ${contact} taken: ${body}`);
      await hand.closeAll();
    } catch (error) {
      this.trace.note(mate.name, `gives the form up: ${error}`);
    } finally {
      this.#filling.delete(mate.id);
    }
  }

  /** Somebody's own workflow runs Send Text. */
  async runStep(
    line: string,
    contact: string,
    channel: string | undefined,
  ): Promise<void> {
    const body = this.#words("s");
    const wish: Wish = {
      ...this.#wish("step", undefined, line, contact, body),
    };
    this.ledger.wishes.push(wish);
    this.trace.note("a workflow", `sends to ${contact}: ${body}`);
    const { outputs } = await this.hands.ask<{ outputs?: { sent?: boolean } }>(
      "POST",
      "/desk/steps/send_text",
      { inputs: { to: contact, message: body, line, channel_id: channel } },
    );
    wish.isPromised = outputs?.sent === true;
    this.trace.note("a workflow", () => `hears ${JSON.stringify(outputs)}`);
  }

  /** Presses the button under a failed text, perhaps one that was pressed before, perhaps twice. */
  async pressRetry(card: Card): Promise<void> {
    const eyes = new Eyes(this.hands, this.someone().token);
    const notices = (await eyes.replies(card.channel, card.ts))
      .filter((each) => kindOf(each) === "clerk_notice" && buttonOf(each));
    const notice = this.chance.anyOf(notices);
    const button = notice && buttonOf(notice);
    if (!notice || !button) return;
    for (let times = this.chance.oneOf([1, 1, 2]); times > 0; times--) {
      const mate = this.someone();
      const about = payloadOf(notice, "about");
      const { channel } = card;
      this.ledger.presses.push({ channel, about, at: this.#clock.now() });
      this.trace.note(mate.name, `presses ${button} about ${about}`);
      await this.hands.ask(
        "POST",
        `/desk/messages/${channel}/${notice.ts}/buttons/${button}`,
        { user_id: mate.id },
      );
    }
  }

  /** Takes a pin off by hand, when nothing is under way in the conversation. */
  async unpin(card: Card): Promise<void> {
    const mate = this.someone();
    if (!card.isPinned || !await this.#isQuiet(card, mate)) return;
    const { channel, ts } = card;
    this.trace.note(mate.name, `unpins the card of ${card.contact}`);
    const args = { channel, timestamp: ts };
    await this.hands.slack(mate.token, "pins.remove", args);
    this.ledger.unpins.push({ channel, ts, at: this.#clock.now() });
  }

  /** Talks about something that is nobody's business outside. */
  async talk(channel: string): Promise<void> {
    const mate = this.someone();
    const secret = `internal${++this.#count}`;
    this.ledger.secrets.push(secret);
    const text = this.chance.oneOf(
      [
        `${secret} lunch?`,
        `send me the ${secret} list`,
        `Clerk ${secret} is slow today`,
      ],
    );
    this.trace.note(mate.name, `talks: ${text}`);
    const { ts } = await this.hands.slack<{ ts: string }>(
      mate.token,
      "chat.postMessage",
      { channel, text },
    );
    if (this.chance.happens(0.5)) return;
    await this.hands.slack(this.someone().token, "chat.postMessage", {
      channel,
      thread_ts: ts,
      text: `${secret} yes`,
    });
  }

  get #clock(): Clock {
    return this.world.clock;
  }

  /** Words that nobody else ever uses. */
  #words(prefix: string): string {
    return `${prefix}${++this.#count} ${
      this.chance.oneOf(["on my way", "we close at six", "😀 yes"])
    }`;
  }

  #wish(
    way: Wish["way"],
    mate: Mate | undefined,
    line: string,
    contact: string,
    body: string,
  ): Wish {
    return {
      way,
      line,
      contact,
      body,
      by: mate?.id ?? "",
      at: this.#clock.now(),
      isDeleted: false,
      isPromised: false,
    };
  }

  async #write(
    mate: Mate,
    channel: string,
    text: string,
    thread_ts: string | undefined,
    wish: Wish,
  ): Promise<void> {
    const { ts } = await this.hands.slack<{ ts: string }>(
      mate.token,
      "chat.postMessage",
      { channel, text, thread_ts },
    );
    wish.typed = { channel, ts };
    this.ledger.wishes.push(wish);
    this.trace.note(
      mate.name,
      `${thread_ts ? "replies" : "posts"} to ${wish.contact} (${ts}): ${text}`,
    );
    if (this.faults.strikes("marked_by_people")) {
      await this.hands.slack(this.someone().token, "reactions.add", {
        channel,
        timestamp: ts,
        name: this.chance.oneOf(MARKS),
      });
    }
    if (!this.faults.strikes("message_deleted")) return;
    await sleep(this.#clock, this.chance.magnitude(20, 10_000));
    wish.isDeleted = true;
    this.trace.note(mate.name, `deletes ${ts}`);
    await this.hands.slack(mate.token, "chat.delete", { channel, ts });
  }

  async #isQuiet(card: Card, mate: Mate): Promise<boolean> {
    const since = this.#clock.now() - QUIET;
    const isOfCard = (each: { line: string; contact: string }) =>
      each.line === card.line && each.contact === card.contact;
    const busy = this.ledger.wishes.some((wish) =>
      isOfCard(wish) && wish.at > since
    );
    if (busy) return false;
    const received = this.world.carrier.messages.all().filter((text) =>
      text.direction === "inbound" &&
      isOfCard({ line: text.to, contact: text.from })
    );
    const replies = await new Eyes(this.hands, mate.token)
      .replies(card.channel, card.ts);
    const shown = new Set(replies.map((each) => payloadOf(each, "sid")));
    return received.every((text) =>
      text.created < since && shown.has(text.sid)
    );
  }
}

/** The action id of a message's first button that starts a workflow. */
function buttonOf({ blocks }: SlackMessage): string | undefined {
  const found = /"type":"workflow_button","action_id":"(\w+)"/.exec(
    JSON.stringify(blocks ?? []),
  );
  return found?.[1];
}
