import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Collection, Store } from "../store.ts";
import { refuse } from "./refusal.ts";

/** A user group: people who are mentioned by one handle. */
export interface UserGroup {
  id: string;
  handle: string;
  name: string;
  /** People's ids. */
  users: string[];
  /** Who made it. */
  created_by: string;
  /** Unix seconds. */
  created: number;
}

/** What a seed says of a user group; `members` are people's names. */
export interface UserGroupSeed {
  handle: string;
  name?: string;
  members: string[];
}

/** The user groups of the workspace. https://docs.slack.dev/reference/methods/usergroups.list */
export class UserGroups {
  readonly #rows: Collection<UserGroup>;

  constructor(
    store: Store,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.#rows = store.collection<UserGroup>("slack.user_groups");
  }

  add(seed: Omit<UserGroup, "id" | "created">): UserGroup {
    const group: UserGroup = {
      id: this.ids.slack("S"),
      ...seed,
      created: Math.floor(this.clock.now() / 1000),
    };
    this.#rows.put(group.id, group);
    return group;
  }

  /** The group with this id; `no_such_subteam` when there is none. */
  need(id: string): UserGroup {
    return this.#rows.get(id) ?? refuse("no_such_subteam");
  }

  all(): UserGroup[] {
    return this.#rows.all();
  }
}
