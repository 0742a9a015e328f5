import type { Clock, Listener, Office } from "../ports.ts";
import { cover } from "./listeners.ts";
import { enter, isPrivate, reach } from "./membership.ts";
import { Self } from "./self.ts";
import { ThreadReader } from "./thread.ts";
import { Nothing, WebApi } from "./web_api.ts";
import type { SlackAPIClient } from "deno-slack-api/types.ts";
import * as content from "./blocks.ts";
import * as directory from "./directory.ts";
import * as channels from "./direct_channels.ts";

/** Slack as the place where the team works: its channels and its people. */
export class SlackOffice implements Office {
  protected readonly api: WebApi;
  protected readonly reader: ThreadReader;
  protected readonly self: Self;

  /** @param botUser the app's own user id, where it is known already. */
  constructor(
    client: SlackAPIClient,
    protected readonly clock: Clock,
    botUser: string | null,
  ) {
    this.api = new WebApi(client, clock);
    this.self = new Self(this.api, botUser);
    this.reader = new ThreadReader(this.api, this.self);
  }

  get changes(): number {
    return this.api.changes;
  }

  makeChannel(name: string, isPrivate: boolean) {
    return channels.makeChannel(this.api, name, isPrivate);
  }

  async madeChannel(name: string): Promise<string | null> {
    const self = await this.self.userId();
    return await channels.madeChannel(this.api, self, name);
  }

  isPrivate(channel: string) {
    return isPrivate(this.api, channel);
  }

  invite(channel: string, people: string[]) {
    return channels.invite(this.api, channel, people);
  }

  setTopic(channel: string, topic: string) {
    return channels.setTopic(this.api, channel, topic);
  }

  archive(channel: string) {
    return channels.archive(this.api, channel);
  }

  names(people: string[]) {
    return directory.names(this.api, people);
  }

  membersOfChannel(channel: string) {
    return directory.membersOfChannel(this.api, channel);
  }

  timeZoneOf(person: string) {
    return directory.timeZoneOf(this.api, person);
  }

  userGroups() {
    return directory.userGroups(this.api);
  }

  membersOf(group: string) {
    return directory.membersOf(this.api, group);
  }

  enter(channel: string) {
    return enter(this.api, channel);
  }

  reach(channel: string, joins: boolean) {
    return reach(this.api, channel, joins);
  }

  async cover(channels: string[], listeners: Listener[], kind?: "direct") {
    const self = await this.self.userId();
    return await cover(this.api, self, channels, listeners, kind);
  }

  async write(person: string, sentence: string): Promise<void> {
    await this.api.once(
      "chat.postMessage",
      { channel: person, ...content.remark(sentence) },
      Nothing,
    );
  }

  ownId() {
    return this.self.userId();
  }

  address() {
    return this.self.address();
  }
}
