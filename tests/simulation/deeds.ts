import { deleteCard, pressRetry, unpin } from "./card_care.ts";
import type { Chance } from "./chance.ts";
import type { Contacts } from "./contacts.ts";
import { Refused } from "./hands.ts";
import { fillForm, runStep } from "./requests.ts";
import { momentOf } from "./seen.ts";
import { type Card, Eyes } from "./seen_in_slack.ts";
import type { Team } from "./team.ts";
import { reply, sendLine, talk } from "./writing.ts";

/** A channel of the office; one in which a line's conversations begin has its number. */
export interface Place {
  id: string;
  name: string;
  line?: string;
}

/** Milliseconds that the quickest of people need to see a card and do something about it. */
const QUICKEST = 2_000;

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

type Deed = typeof DEEDS[number];

/** Everything that people do in the world of a seed. */
export class Deeds {
  /** What went wrong with the people themselves: a mistake in the simulation. */
  readonly mistakes: unknown[] = [];
  readonly #met = new Set<string>();

  constructor(
    private readonly team: Team,
    private readonly contacts: Contacts,
    private readonly places: readonly [Place, ...Place[]],
  ) {}

  get #chance(): Chance {
    return this.team.chance;
  }

  /** Sets out 8 to 30 deeds over `span` milliseconds, some of them close together. */
  plan(span: number): void {
    let at = 0;
    const count = this.#chance.between(8, 30);
    for (let deed = 0; deed < count; deed++) {
      const isClose = deed > 0 && this.#chance.happens(0.3);
      at = isClose
        ? Math.min(span, at + this.#chance.magnitude(1, 3_000))
        : this.#chance.between(0, span);
      const what = this.#chance.oneOf(DEEDS);
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
        const cards = await this.#cards();
        for (let count = this.#chance.between(6, 12); count > 0; count--) {
          const card = this.#chance.anyOf(cards);
          soon(() => card ? reply(this.team, card) : this.#do("line"));
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
          this.#known(),
          this.#line(),
          this.#pictures(),
        );
      case "burst":
        return this.#burst();
      case "meet":
        return await this.#meet();
      case "line": {
        const place = this.#connected();
        const contact = this.#anybody();
        return await sendLine(team, place.id, place.line, contact);
      }
      case "form": {
        const place = chance.oneOf(this.places);
        const line = place.line ?? this.#connected(0).line;
        return await fillForm(team, place, line, this.#somebody());
      }
      case "step": {
        const place = this.#connected();
        const channel = chance.oneOf([undefined, place.id]);
        return await runStep(team, place.line, this.#somebody(), channel);
      }
      case "turn":
        return await contacts.turn(this.#anybody());
      case "talk":
        return await talk(team, chance.oneOf(this.places).id);
    }
    const card = chance.anyOf(await this.#cards());
    if (!card) return await contacts.text(this.#known(), this.#line());
    if (team.faults.strikes("card_deleted")) return deleteCard(team, card);
    switch (deed) {
      case "reply":
        return await reply(team, card);
      case "replyTwice":
        return await reply(team, card, 2);
      case "unpin":
        return await unpin(team, card);
      case "retry":
        // They may have heard that the phone is well again.
        if (chance.happens(0.5)) await contacts.turn(card.contact, "on");
        return await pressRetry(team, card);
    }
  }

  /** Several texts within seconds, of one contact or of several. */
  #burst(): void {
    const { chance } = this.team;
    const one = this.#known();
    for (let texts = chance.between(2, 6); texts > 0; texts--) {
      const from = chance.happens(0.5) ? one : this.#known();
      const line = this.#line();
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
    const place = this.#connected();
    const contact = this.#stranger();
    this.team.clock.after(
      chance.magnitude(1, 4_000),
      () => this.#tried(() => this.contacts.text(contact, place.line)),
    );
    await sendLine(this.team, place.id, place.line, contact);
  }

  /** Who has never been written to, while there is one. */
  #stranger(): string {
    const { numbers } = this.contacts;
    const found = numbers.find((each) => !this.#met.has(each)) ??
      this.#anybody();
    this.#met.add(found);
    return found;
  }

  /** Whom a form or a step is for: often the first word to them. */
  #somebody(): string {
    return this.#chance.happens(0.5) ? this.#stranger() : this.#anybody();
  }

  #anybody(): string {
    const contact = this.#chance.anyOf(this.contacts.numbers) ?? "";
    this.#met.add(contact);
    return contact;
  }

  /** Somebody who texts of their own accord: the last of the contacts wait to be met. */
  #known(): string {
    const { numbers } = this.contacts;
    const early = numbers.slice(0, Math.max(1, numbers.length - 2));
    const contact = this.#chance.anyOf(
      early.concat([...this.#met].filter((each) => !early.includes(each))),
    ) ?? "";
    this.#met.add(contact);
    return contact;
  }

  #connected(at?: number): Place & { line: string } {
    const connected = this.places.flatMap((place) =>
      place.line ? [{ ...place, line: place.line }] : []
    );
    const found = at === undefined
      ? this.#chance.anyOf(connected)
      : connected[at];
    if (!found) throw new Error("no line is connected");
    return found;
  }

  #line(): string {
    return this.#connected().line;
  }

  async #cards(): Promise<Card[]> {
    const eyes = new Eyes(this.team.hands, this.team.someone().token);
    const cards = [];
    for (const { id } of this.places) {
      cards.push(...eyes.cardsAmong(id, await eyes.channel(id)));
    }
    const known = this.team.clock.now() - QUICKEST;
    return cards.filter(({ ts }) => momentOf(ts) < known);
  }
}
