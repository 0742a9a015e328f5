import type { Contacts } from "./contacts.ts";
import { enterAll } from "./entering.ts";
import { Onlooker } from "./onlooker.ts";
import { momentOf } from "./seen.ts";
import { type Card, cardsAmong } from "./seen_in_slack.ts";
import type { Team } from "./team.ts";

/** A channel of the office; one in which a line's conversations begin has its number. */
export interface Place {
  id: string;
  name: string;
  line?: string;
}

/** Milliseconds that the quickest of people need to see a card and do something about it. */
const QUICKEST = 2_000;

/** Who does something next, to whom, and where. */
export class Whom {
  readonly #met = new Set<string>();

  constructor(
    private readonly team: Team,
    private readonly contacts: Contacts,
    readonly places: readonly [Place, ...Place[]],
  ) {}

  /** Who has never been written to, while there is one. */
  stranger(): string {
    const { numbers } = this.contacts;
    const found = numbers.find((each) => !this.#met.has(each)) ??
      this.anybody();
    this.#met.add(found);
    return found;
  }

  /** Whom a form or a step is for: often the first word to them. */
  somebody(): string {
    return this.team.chance.happens(0.5) ? this.stranger() : this.anybody();
  }

  anybody(): string {
    const contact = this.team.chance.anyOf(this.contacts.numbers) ?? "";
    this.#met.add(contact);
    return contact;
  }

  /** Somebody who texts of their own accord: the last of the contacts wait to be met. */
  known(): string {
    const { numbers } = this.contacts;
    const early = numbers.slice(0, Math.max(1, numbers.length - 2));
    const contact = this.team.chance.anyOf(
      early.concat([...this.#met].filter((each) => !early.includes(each))),
    ) ?? "";
    this.#met.add(contact);
    return contact;
  }

  /** A channel in which a line's conversations begin: any, or the one that was connected as the `at`th. */
  connected(at?: number): Place & { line: string } {
    const connected = this.places.flatMap((place) =>
      place.line ? [{ ...place, line: place.line }] : []
    );
    const found = at === undefined
      ? this.team.chance.anyOf(connected)
      : connected[at];
    if (!found) throw new Error("no line is connected");
    return found;
  }

  line(): string {
    return this.connected().line;
  }

  /** The cards that people have had the time to see. */
  async cards(): Promise<Card[]> {
    const { world } = this.team;
    enterAll(world, this.team.someone().id);
    const onlooker = new Onlooker(world);
    const cards = [];
    const { datastores, workspace } = world.slack;
    // Nobody is shown a channel that was made and is not written down yet.
    const channels = workspace.channels.all().filter(({ id, is_archived }) =>
      !is_archived && (this.places.some((place) => place.id === id) ||
        datastores.read("places", id) !== undefined)
    );
    for (const { id } of channels) {
      cards.push(...cardsAmong(id, await onlooker.channel(id)));
    }
    const known = this.team.clock.now() - QUICKEST;
    return cards.filter(({ ts }) => momentOf(ts) < known);
  }
}
