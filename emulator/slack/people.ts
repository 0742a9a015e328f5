import type { Ids } from "../ids.ts";
import type { Collection, Store } from "../store.ts";
import { refuse } from "./refusal.ts";

/** A member of the workspace: a person, or the app's bot. */
export interface Person {
  id: string;
  name: string;
  real_name: string;
  /** IANA name. */
  tz: string;
  is_admin: boolean;
  is_bot: boolean;
  /** What the person's own client calls Slack with; null for the bot. */
  token: string | null;
}

/** What a seed says of a person. */
export interface PersonSeed {
  name: string;
  real_name?: string;
  tz?: string;
  is_admin?: boolean;
  is_bot?: boolean;
}

/** The members of the workspace. */
export class People {
  readonly #rows: Collection<Person>;
  readonly #byToken = new Map<string, Person>();

  constructor(store: Store, private readonly ids: Ids) {
    this.#rows = store.collection<Person>("slack.people");
    for (const person of this.#rows.all()) this.#index(person);
  }

  add(seed: PersonSeed): Person {
    const person: Person = {
      id: this.ids.slack("U"),
      name: seed.name,
      real_name: seed.real_name ?? seed.name,
      tz: seed.tz ?? "America/Los_Angeles",
      is_admin: seed.is_admin ?? false,
      is_bot: seed.is_bot ?? false,
      token: seed.is_bot ? null : `xoxp-${this.ids.hex(24)}`,
    };
    this.#rows.put(person.id, person);
    this.#index(person);
    return person;
  }

  get(id: string): Person | undefined {
    return this.#rows.get(id);
  }

  /** The person with this id; `user_not_found` when there is none. */
  need(id: string): Person {
    return this.#rows.get(id) ?? refuse("user_not_found");
  }

  byToken(token: string): Person | undefined {
    return this.#byToken.get(token);
  }

  /** By id, handle or full name, as a client's own search would find somebody. */
  find(words: string): Person | undefined {
    const sought = words.replace(/^@/, "").toLowerCase();
    return this.get(words) ??
      this.all().find((person) =>
        person.name.toLowerCase() === sought ||
        person.real_name.toLowerCase() === sought
      );
  }

  all(): Person[] {
    return this.#rows.all();
  }

  #index(person: Person): void {
    if (person.token) this.#byToken.set(person.token, person);
  }
}
