import assert from "node:assert/strict";
import type { Scene } from "./scene.ts";
import { looksLike } from "./phone.ts";
import type { SlackMessage, Workspace } from "./surface.ts";
import type { Teammate } from "./teammate.ts";

/** A channel as its members see it. */
export class Channel {
  readonly id: string;

  constructor(readonly scene: Scene, workspace: Workspace, name: string) {
    const found = workspace.channels.find((each) => each.name === name);
    assert(found, `there is no #${name}`);
    this.id = found.id;
  }

  /** Waits for a message in the channel itself that looks so and was not expected before. */
  async expectMessage(expected: RegExp | string): Promise<Message> {
    const found = await this.scene.eventually(
      `a message like ${expected} in the channel`,
      async () =>
        (await this.messages()).find((each) =>
          !this.scene.expected.has(this.id + each.ts) &&
          looksLike(each.text, expected)
        ),
      (each) => this.scene.expected.add(this.id + each.ts),
    );
    return new Message(this, found.ts);
  }

  /** The channel's own messages, oldest first. */
  async messages(): Promise<SlackMessage[]> {
    const { messages } = await this.scene.asObserver<{
      messages: SlackMessage[];
    }>("conversations.history", {
      channel: this.id,
      limit: 200,
      include_all_metadata: true,
    });
    return messages.reverse();
  }

  async post(author: Teammate, text: string): Promise<Message> {
    return await author.post(this, text);
  }
}

/** One message, with its thread, marks and pin. */
export class Message {
  constructor(
    readonly channel: Channel,
    readonly ts: string,
    readonly threadTs = ts,
  ) {}

  /** Waits for a reply in its thread that looks so and was not expected before. */
  async expectReply(expected: RegExp | string): Promise<Message> {
    const { scene, id } = this.channel;
    const found = await scene.eventually(
      `a reply like ${expected} in the thread`,
      async () =>
        (await this.replies()).find((each) =>
          !scene.expected.has(id + each.ts) && looksLike(each.text, expected)
        ),
      (each) => scene.expected.add(id + each.ts),
    );
    return new Message(this.channel, found.ts, this.ts);
  }

  /** Waits for a file with this title in its thread that was not expected before. @returns what is in it. */
  async expectFile(title: string): Promise<string> {
    const { scene, id } = this.channel;
    const found = await scene.eventually(
      `a file called ${title} in the thread`,
      async () =>
        (await this.replies()).find(({ ts, files }) =>
          !scene.expected.has(id + ts) && files?.[0]?.title === title
        ),
      (each) => scene.expected.add(id + each.ts),
    );
    return await scene.read(found.files?.[0]?.url_private ?? "");
  }

  /** Titles of the files and words of the messages in its thread, oldest first. */
  async said(): Promise<string[]> {
    return (await this.replies()).map(({ files, text }) =>
      files?.[0]?.title ?? text
    );
  }

  /** Replies of its thread, oldest first. */
  async replies(): Promise<SlackMessage[]> {
    const [, ...replies] = await this.#thread();
    return replies;
  }

  /** Replies in its thread, as a teammate. */
  async reply(author: Teammate, text: string): Promise<Message> {
    return await author.post(this.channel, text, this.ts);
  }

  /** Waits until the message has exactly these marks, by their emoji names. */
  async expectMarks(...names: string[]): Promise<void> {
    const wanted = [...names].sort().join(" ");
    let last = "";
    await this.channel.scene.eventually(
      () => `marks to be "${wanted}", not "${last}"`,
      async () => {
        last = (await this.marks()).sort().join(" ");
        return last === wanted || undefined;
      },
    );
  }

  async marks(): Promise<string[]> {
    return ((await this.seen())?.reactions ?? []).map(({ name }) => name);
  }

  /** Waits until something is written on the message, blocks and all. */
  async expectWords(expected: RegExp): Promise<void> {
    await this.channel.scene.eventually(
      `the message to say ${expected}`,
      async () => expected.test(await this.#words()) || undefined,
    );
  }

  /** Waits until something is no more written on the message. */
  async expectNoWords(unexpected: RegExp): Promise<void> {
    await this.channel.scene.eventually(
      `the message not to say ${unexpected}`,
      async () => !unexpected.test(await this.#words()) || undefined,
    );
  }

  async #words(): Promise<string> {
    return JSON.stringify(await this.seen());
  }

  async expectPinned(): Promise<void> {
    await this.channel.scene.eventually(
      "the message to be pinned",
      async () => (await this.isPinned()) || undefined,
    );
  }

  async expectUnpinned(): Promise<void> {
    await this.channel.scene.eventually(
      "the message to be unpinned",
      async () => !(await this.isPinned()) || undefined,
    );
  }

  async isPinned(): Promise<boolean> {
    return ((await this.seen())?.pinned_to ?? []).length > 0;
  }

  /** The message as it is now; undefined when it is gone. */
  async seen(): Promise<SlackMessage | undefined> {
    const thread = await new Message(this.channel, this.threadTs).#thread();
    return thread.find(({ ts }) => ts === this.ts);
  }

  async #thread(): Promise<SlackMessage[]> {
    const { messages } = await this.channel.scene.asObserver<{
      messages: SlackMessage[];
    }>("conversations.replies", {
      channel: this.channel.id,
      ts: this.ts,
      limit: 200,
      include_all_metadata: true,
    });
    return messages;
  }
}
