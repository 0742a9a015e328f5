import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Collection, Store } from "../store.ts";
import type { Changes } from "./changes.ts";
import { refuse } from "./refusal.ts";

/** A channel, or a direct message with the app (`is_im`). */
export interface Channel {
  id: string;
  name: string;
  is_private: boolean;
  is_im: boolean;
  is_general: boolean;
  is_archived: boolean;
  /** Unix seconds. */
  created: number;
  creator: string;
  members: string[];
  previous_names: string[];
  topic: Description;
  purpose: Description;
}

/** What a channel is about, and who said so. */
interface Description {
  value: string;
  creator: string;
  /** Unix seconds; 0 for never. */
  last_set: number;
}

/** What a seed says of a channel; `members` are people's names. */
export interface ChannelSeed {
  name: string;
  is_private?: boolean;
  is_general?: boolean;
  /** What the channel is for, as its first member says. */
  purpose?: string;
  members?: string[];
}

/** https://docs.slack.dev/reference/methods/conversations.create: lower case, digits, hyphens, underscores, at most 80. */
function checkName(name: string): string {
  const bare = name.replace(/^#/, "");
  if (bare === "") refuse("invalid_name_required");
  if (bare.length > 80) refuse("invalid_name_maxlength");
  if (!/^[\p{Ll}\p{Lo}\p{N}_-]+$/u.test(bare)) refuse("invalid_name_specials");
  if (/^[_-]+$/.test(bare)) refuse("invalid_name_punctuation");
  return bare;
}

/** The channels of the workspace, and who is in them. */
export class Channels {
  readonly #rows: Collection<Channel>;

  constructor(
    store: Store,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly changes: Changes,
  ) {
    this.#rows = store.collection<Channel>("slack.channels");
  }

  get(id: string): Channel | undefined {
    return this.#rows.get(id);
  }

  all(): Channel[] {
    return this.#rows.all();
  }

  byName(name: string): Channel | undefined {
    const bare = name.replace(/^#/, "");
    return this.all().find((channel) => channel.name === bare);
  }

  create(
    name: string,
    creator: string,
    options: { is_private?: boolean; is_general?: boolean } = {},
  ): Channel {
    const bare = checkName(name);
    if (this.byName(bare)) refuse("name_taken");
    return this.#add({
      name: bare,
      creator,
      is_private: options.is_private ?? false,
      is_general: options.is_general ?? false,
      is_im: false,
      members: [creator],
    });
  }

  /** The direct message between two members, made when it is first needed. */
  direct(one: string, other: string): Channel {
    return this.all().find((channel) =>
      channel.is_im && channel.members.includes(one) &&
      channel.members.includes(other)
    ) ?? this.#add({
      name: "",
      creator: one,
      is_private: true,
      is_general: false,
      is_im: true,
      members: [one, other],
    });
  }

  /** True when the user was not in it before. */
  join(channel: Channel, user: string): boolean {
    if (channel.members.includes(user)) return false;
    channel.members.push(user);
    this.#changed(channel, "joined", user);
    return true;
  }

  leave(channel: Channel, user: string): boolean {
    const place = channel.members.indexOf(user);
    if (place < 0) return false;
    channel.members.splice(place, 1);
    this.#changed(channel, "left", user);
    return true;
  }

  rename(channel: Channel, name: string, user: string): void {
    const bare = checkName(name);
    if (bare === channel.name) return;
    if (this.byName(bare)) refuse("name_taken");
    channel.previous_names.push(channel.name);
    channel.name = bare;
    this.#changed(channel, "renamed", user);
  }

  describe(
    channel: Channel,
    what: "topic" | "purpose",
    value: string,
    user: string,
  ): void {
    const last_set = Math.floor(this.clock.now() / 1000);
    channel[what] = { value, creator: user, last_set };
    this.#changed(channel, "described", user);
  }

  /** Deletes it for good, as only an admin can, in Slack's client. */
  remove(channel: Channel, user: string): void {
    this.#rows.delete(channel.id);
    this.changes.emit({
      kind: "channel",
      action: "deleted",
      channel_id: channel.id,
      user_id: user,
    });
  }

  setArchived(channel: Channel, archived: boolean, user: string): void {
    channel.is_archived = archived;
    this.#changed(channel, archived ? "archived" : "unarchived", user);
  }

  #add(
    row: Pick<
      Channel,
      "name" | "creator" | "is_private" | "is_general" | "is_im" | "members"
    >,
  ): Channel {
    const channel: Channel = {
      id: this.ids.slack(row.is_im ? "D" : "C"),
      ...row,
      is_archived: false,
      created: Math.floor(this.clock.now() / 1000),
      previous_names: [],
      topic: { value: "", creator: "", last_set: 0 },
      purpose: { value: "", creator: "", last_set: 0 },
    };
    this.#changed(channel, "created", row.creator);
    return channel;
  }

  #changed(channel: Channel, action: string, user: string): void {
    this.#rows.put(channel.id, channel);
    this.changes.emit({
      kind: "channel",
      action,
      channel_id: channel.id,
      user_id: user,
    });
  }
}
