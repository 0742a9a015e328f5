/** Slack as the place where the team works: its channels and its people. */
export interface Office {
  /** How often this run has tried to change something in Slack: what was read before may not be so any more. */
  readonly changes: number;
  /** Makes a channel; null when its name is taken. @throws Refusal when the workspace does not allow it. */
  makeChannel(name: string, isPrivate: boolean): Promise<string | null>;
  /** The open channel of a name, if the app has made it. This scans. */
  madeChannel(name: string): Promise<string | null>;
  isPrivate(channel: string): Promise<boolean>;
  /** Lets people into a channel; whoever cannot be is left out. */
  invite(channel: string, people: string[]): Promise<void>;
  setTopic(channel: string, topic: string): Promise<void>;
  /** @returns whether the workspace let the app do so. */
  archive(channel: string): Promise<boolean>;
  /** Names of people, for mentions. */
  names(people: string[]): Promise<Map<string, string>>;
  /** The people in a channel. This scans: never on the way of a message. */
  membersOfChannel(channel: string): Promise<string[]>;
  /** The time zone of a person (IANA). */
  timeZoneOf(person: string): Promise<string>;
  /** The user groups that there are. */
  userGroups(): Promise<{ id: string; name: string }[]>;
  /** The people in a user group. */
  membersOf(group: string): Promise<string[]>;
  /** Joins a channel. @throws Refusal when Slack does not let us. */
  enter(channel: string): Promise<void>;
  /**
   * Whether the app is in a channel; `shut out` of a deleted one, too, for Slack tells no difference.
   * @param joins whether to join a public one.
   */
  reach(
    channel: string,
    joins: boolean,
  ): Promise<"in" | "archived" | "shut out">;
  /**
   * Makes triggers listen to exactly these channels, also where one of them went lost, was deleted or written over.
   * @returns the listeners as they are from now on.
   */
  cover(
    channels: string[],
    listeners: Listener[],
    kind?: "direct",
  ): Promise<Listener[]>;
  /** Writes to one person, in their messages from the app. */
  write(person: string, sentence: string): Promise<void>;
  /** The app's own user id, as it stands in mentions. */
  ownId(): Promise<string>;
  /** The workspace's own address, with a slash at its end. */
  address(): Promise<string>;
}

/** A run-time event trigger, what it hears, and the channels it covers. */
export interface Listener {
  hears: "messages" | "reactions";
  trigger_id: string;
  channels: string[];
}
