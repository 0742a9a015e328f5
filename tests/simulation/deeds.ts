import { deleteCard, pressRetry, unpin } from "./card_care.ts";
import { hush, markByHand } from "./card_forms.ts";
import type { Chance } from "./chance.ts";
import type { Contacts } from "./contacts.ts";
import { Refused } from "./hands.ts";
import { chooseHome, loseChannel, moveAway } from "./moving_deeds.ts";
import { askAndWait, fillForm, runStep } from "./requests.ts";
import type { Team } from "./team.ts";
import type { Whom } from "./whom.ts";
import { assign, pressCard, signCard, workStep } from "./work_deeds.ts";
import { reply, sendLine, talk } from "./writing.ts";

/** What people may do next, each as often as it stands here. */
const DEEDS = [
  "text",
  "text",
  "text",
  "text",
  "burst",
  "burst",
  "meet",
  "meet",
  "reply",
  "reply",
  "reply",
  "reply",
  "replyTwice",
  "line",
  "line",
  "form",
  "form",
  "step",
  "turn",
  "unpin",
  "retry",
  "retry",
  "talk",
] as const;

/** What people do besides in some worlds, each as often as it stands here. */
const HABITS = [
  ["stop", "stop", "stop", "start", "start"],
  ["hush", "hush", "hush"],
  ["mark"],
  ["button", "button", "sign", "assign", "work"],
  ["ask", "ask"],
  ["move", "move", "move", "choose", "lose"],
] as const;

type Deed = typeof DEEDS[number] | typeof HABITS[number][number];

/** How likely a world has one of the habits. */
const HAS_HABIT = 0.25;

/** Everything that people do in the world of a seed. */
export class Deeds {
  /** What went wrong with the people themselves: a mistake in the simulation. */
  readonly mistakes: unknown[] = [];

  constructor(
    private readonly team: Team,
    private readonly contacts: Contacts,
    private readonly whom: Whom,
  ) {}

  get #chance(): Chance {
    return this.team.chance;
  }

  /** Sets out 8 to 30 deeds over `span` milliseconds, some of them close together. */
  plan(span: number): void {
    let at = 0;
    const deeds = [
      ...DEEDS,
      ...this.#chance.someOf(HABITS, HAS_HABIT).flat(),
    ];
    const count = this.#chance.between(8, 30);
    for (let deed = 0; deed < count; deed++) {
      const isClose = deed > 0 && this.#chance.happens(0.3);
      at = isClose
        ? Math.min(span, at + this.#chance.magnitude(1, 3_000))
        : this.#chance.between(0, span);
      const what = this.#chance.anyOf(deeds) ?? "text";
      this.team.clock.after(at, () => this.#tried(() => this.#do(what)));
    }
  }

  /** Sets out that many want something sent at the same moment. */
  planRush(span: number): void {
    const { clock } = this.team;
    const soon = (deed: () => Promise<void>) =>
      clock.after(this.#chance.magnitude(1, 500), () => this.#tried(deed));
    clock.after(this.#chance.between(0, span), () =>
      this.#tried(async () => {
        const cards = await this.whom.cards();
        for (let count = this.#chance.oneOf([6, 9, 20]); count > 0; count--) {
          const card = this.#chance.anyOf(cards);
          const way = this.#chance.oneOf(["line", "reply", "reply", "step"]);
          soon(() =>
            card && way === "reply"
              ? reply(this.team, card)
              : this.#do(way === "step" ? "step" : "line")
          );
        }
      }));
  }

  async #tried(deed: () => Promise<void>): Promise<void> {
    try {
      await deed();
    } catch (error) {
      // What Slack or the carrier does not let people do, they leave.
      if (!(error instanceof Refused)) this.mistakes.push(error);
    }
  }

  async #do(deed: Deed): Promise<void> {
    const { contacts, team } = this;
    const { chance } = team;
    switch (deed) {
      case "text":
        return await contacts.text(
          this.whom.known(),
          this.whom.line(),
          this.#pictures(),
        );
      case "burst":
        return this.#burst();
      case "meet":
        return await this.#meet();
      case "line": {
        const place = this.whom.connected();
        const contact = this.whom.anybody();
        return await sendLine(team, place.id, place.line, contact);
      }
      case "form": {
        const place = chance.oneOf(this.whom.places);
        const line = place.line ?? this.whom.connected(0).line;
        return await fillForm(team, place, line, this.whom.somebody());
      }
      case "step": {
        const place = this.whom.connected();
        const channel = chance.oneOf([undefined, place.id]);
        return await runStep(team, place.line, this.whom.somebody(), channel);
      }
      case "stop":
      case "start":
        return await contacts.want(deed, this.whom.known(), this.whom.line());
      case "ask":
        return this.#ask();
      case "work": {
        const { line } = this.whom.connected();
        const what = chance.oneOf(["assign", "open", "pending", "solved"]);
        return await workStep(team, line, this.whom.known(), what);
      }
      case "turn":
        return await contacts.turn(this.whom.anybody());
      case "talk":
        return await talk(team, chance.oneOf(this.whom.places).id);
    }
    const card = chance.anyOf(await this.whom.cards());
    if (!card) return await contacts.text(this.whom.known(), this.whom.line());
    if (!card.isDirect && team.faults.strikes("card_deleted")) {
      return await deleteCard(team, card);
    }
    switch (deed) {
      case "reply":
        return await reply(team, card);
      case "replyTwice":
        return await reply(team, card, 2);
      case "move":
        return await moveAway(team, card);
      case "choose":
        return await chooseHome(team, card);
      case "lose":
        return await loseChannel(team, card);
      case "button":
        return await pressCard(team, card);
      case "sign":
        return await signCard(team, card);
      case "assign":
        return await assign(team, card);
      case "hush":
        return await hush(team, card);
      case "mark":
        return await markByHand(team, card);
      case "unpin":
        return await unpin(team, card);
      case "retry":
        // They may have heard that the phone is well again.
        if (chance.happens(0.5)) await contacts.turn(card.contact, "on");
        return await pressRetry(team, card);
    }
  }

  /** A workflow asks somebody, who may answer. */
  #ask(): void {
    const { chance, clock } = this.team;
    const { line } = this.whom.connected();
    const contact = this.whom.known();
    askAndWait(this.team, line, contact);
    if (chance.happens(0.3)) return;
    clock.after(
      chance.magnitude(500, 600_000),
      () => this.#tried(() => this.contacts.text(contact, line)),
    );
  }

  /** Several texts within seconds, of one contact or of several. */
  #burst(): void {
    const { chance } = this.team;
    const one = this.whom.known();
    for (let texts = chance.between(2, 6); texts > 0; texts--) {
      const from = chance.happens(0.5) ? one : this.whom.known();
      const line = this.whom.line();
      const pictures = this.#pictures();
      this.team.clock.after(
        chance.magnitude(1, 3_000),
        () => this.#tried(() => this.contacts.text(from, line, pictures)),
      );
    }
  }

  /** How many come with a text: mostly none. */
  #pictures(): number {
    const { chance } = this.team;
    return chance.happens(0.15) ? chance.between(1, 3) : 0;
  }

  /** Somebody who has never texted does so at the very moment when a teammate writes to them. */
  async #meet(): Promise<void> {
    const { chance } = this.team;
    const place = this.whom.connected();
    const contact = this.whom.stranger();
    this.team.clock.after(
      chance.magnitude(1, 4_000),
      () => this.#tried(() => this.contacts.text(contact, place.line)),
    );
    await sendLine(this.team, place.id, place.line, contact);
  }
}
