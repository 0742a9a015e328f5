import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Store } from "../store.ts";
import { Changes } from "./changes.ts";
import { type Channel, Channels, type ChannelSeed } from "./channels.ts";
import { Ephemerals } from "./ephemerals.ts";
import { Files } from "./files.ts";
import type { Manifest } from "./manifest.ts";
import { Messages } from "./messages.ts";
import { People, type PersonSeed } from "./people.ts";
import { Pins } from "./pins.ts";
import { Reactions } from "./reactions.ts";
import { Timestamps } from "./timestamps.ts";
import { UserGroups, type UserGroupSeed } from "./user_groups.ts";

/** Who and what is there when a workspace is first opened. */
export interface WorkspaceSeed {
  name?: string;
  /** The part before `.slack.com`. */
  domain?: string;
  people: PersonSeed[];
  channels: ChannelSeed[];
  groups?: UserGroupSeed[];
}

/** Three colleagues, two of them at the counter, and two channels; the app is in neither until it joins. */
export const smallOffice: WorkspaceSeed = {
  name: "Harbour Bikes",
  domain: "harbour-bikes",
  people: [
    { name: "dana", real_name: "Dana Reyes", is_admin: true },
    { name: "will", real_name: "Will Okafor", tz: "America/New_York" },
    { name: "ana", real_name: "Ana Duarte", tz: "Europe/London" },
  ],
  channels: [{ name: "general", is_general: true }, {
    name: "texts",
    purpose:
      "Text from one of the phones: it appears here. Answer in its thread.",
  }],
  groups: [{ handle: "counter", name: "Counter", members: ["dana", "will"] }],
};

interface Identity {
  team: { id: string; name: string; domain: string };
  app_id: string;
  bot: { id: string; user_id: string };
}

/** Everything a workspace remembers, with plain synchronous ways to change it. */
export class Workspace {
  readonly changes = new Changes();
  readonly timestamps: Timestamps;
  readonly people: People;
  readonly channels: Channels;
  readonly messages: Messages;
  readonly reactions: Reactions;
  readonly pins: Pins;
  readonly ephemerals: Ephemerals;
  readonly files: Files;
  readonly userGroups: UserGroups;
  readonly team: Identity["team"];
  readonly app_id: string;
  /** `id` is B…, `user_id` is U…, `name` is what people see. */
  readonly bot: { id: string; user_id: string; name: string };

  constructor(
    readonly store: Store,
    readonly clock: Clock,
    readonly ids: Ids,
    readonly manifest: Manifest,
    seed: WorkspaceSeed,
    filesOrigin: string,
  ) {
    this.timestamps = new Timestamps(clock);
    this.people = new People(store, ids);
    this.channels = new Channels(store, clock, ids, this.changes);
    this.messages = new Messages(store, this.timestamps, this.changes);
    this.reactions = new Reactions(this.messages, this.changes);
    this.pins = new Pins(this.messages, clock, this.changes);
    this.ephemerals = new Ephemerals(store, this.timestamps, this.changes);
    this.files = new Files(store, clock, ids, filesOrigin);
    this.userGroups = new UserGroups(store, clock, ids);
    const name = manifest.features.bot_user?.display_name ??
      manifest.display_information.name;
    const identity = this.#identity(seed, name);
    this.team = identity.team;
    this.app_id = identity.app_id;
    this.bot = { ...identity.bot, name };
  }

  /** A channel, if this member can see it at all. */
  visible(id: string, user: string): Channel | undefined {
    const channel = this.channels.get(id);
    if (channel?.is_private && !channel.members.includes(user)) return;
    return channel;
  }

  /** A message's address in the browser; a reply's names its thread. */
  permalink(channel: string, ts: string): string {
    const thread = this.messages.get(channel, ts)?.thread_ts;
    const path = `archives/${channel}/p${ts.replace(".", "")}`;
    const query = thread ? `?thread_ts=${thread}&cid=${channel}` : "";
    return `https://${this.team.domain}.slack.com/${path}${query}`;
  }

  #identity(seed: WorkspaceSeed, botName: string): Identity {
    const rows = this.store.collection<Identity>("slack.identity");
    const known = rows.get("self");
    if (known) return known;
    const people = seed.people.map((person) => this.people.add(person));
    const bot = this.people.add({
      name: botName.toLowerCase().replaceAll(/[^a-z0-9]+/g, "_"),
      real_name: botName,
      is_bot: true,
    });
    const identity = {
      team: {
        id: this.ids.slack("T"),
        name: seed.name ?? "Harbour Bikes",
        domain: seed.domain ?? "harbour-bikes",
      },
      app_id: this.ids.slack("A"),
      bot: { id: this.ids.slack("B"), user_id: bot.id },
    };
    for (const channel of seed.channels) {
      const members = people.filter((person) =>
        channel.members?.includes(person.name) ?? true
      );
      const [first, ...others] = members;
      if (!first) continue;
      const made = this.channels.create(channel.name, first.id, channel);
      for (const member of others) this.channels.join(made, member.id);
      if (channel.purpose) {
        this.channels.describe(made, "purpose", channel.purpose, first.id);
      }
    }
    for (const { handle, name, members } of seed.groups ?? []) {
      this.userGroups.add({
        handle,
        name: name ?? handle,
        users: people.filter((person) => members.includes(person.name))
          .map(({ id }) => id),
        created_by: people[0]?.id ?? bot.id,
      });
    }
    rows.put("self", identity);
    return identity;
  }
}
