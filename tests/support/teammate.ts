import assert from "node:assert/strict";
import type { Scene } from "./scene.ts";
import { type Channel, Message } from "./channel.ts";
import { Modal, type ModalView } from "./modal.ts";
import { looksLike } from "./phone.ts";
import { upload } from "./upload.ts";
import type { SlackMessage, Workspace } from "./surface.ts";

/** Something only one person sees. */
export interface Whisper {
  ts: string;
  channel: string;
  text: string;
  blocks?: Record<string, unknown>[];
}

/** Someone of the team, at Slack. */
export class Teammate {
  readonly id: string;
  readonly token: string;
  readonly #shortcuts: Workspace["shortcuts"];

  constructor(readonly scene: Scene, workspace: Workspace, name: string) {
    const found = workspace.people.find((each) => each.name === name);
    assert(found, `there is no ${name}`);
    this.id = found.id;
    this.token = found.token;
    this.#shortcuts = workspace.shortcuts;
  }

  /** Posts a message, or a reply when a parent is named. */
  async post(
    channel: Channel,
    text: string,
    threadTs?: string,
  ): Promise<Message> {
    const { ts } = await this.scene.surface.slack<{ ts: string }>(
      this.token,
      "chat.postMessage",
      { channel: channel.id, text, thread_ts: threadTs },
    );
    this.scene.expected.add(channel.id + ts);
    return new Message(channel, ts, threadTs);
  }

  /** Posts a file with words, or without any. */
  async postFile(
    channel: Channel,
    name: string,
    words?: string,
    threadTs?: string,
  ): Promise<Message> {
    const { surface, expected } = this.scene;
    const slack = <T>(method: string, args: Record<string, unknown>) =>
      surface.slack<T>(this.token, method, args);
    const file_id = await upload(this, name, "what is in it");
    await slack("files.completeUploadExternal", {
      files: [{ id: file_id }],
      channel_id: channel.id,
      thread_ts: threadTs,
      initial_comment: words,
    });
    const { file: { shares } } = await slack<
      { file: { shares: { public: Record<string, { ts: string }[]> } } }
    >("files.info", { file: file_id });
    const ts = shares.public[channel.id]?.[0]?.ts;
    assert(ts, "the file was not shared");
    expected.add(channel.id + ts);
    return new Message(channel, ts, threadTs);
  }

  /** Puts an emoji on a message. */
  async react({ channel, ts }: Message, name: string): Promise<void> {
    await this.scene.surface.slack(this.token, "reactions.add", {
      channel: channel.id,
      timestamp: ts,
      name,
    });
  }

  /** Takes the pin off a message. */
  async unpin({ channel, ts }: Message): Promise<void> {
    await this.scene.surface.slack(this.token, "pins.remove", {
      channel: channel.id,
      timestamp: ts,
    });
  }

  /** Deletes a message of the app's, as an admin does in Slack's client. */
  delete({ channel, ts }: Message): void {
    const { messages } = this.scene.world.slack.workspace;
    const found = messages.get(channel.id, ts);
    if (found) messages.remove(found, this.id);
    this.scene.expected.add(channel.id + ts);
  }

  async join(channel: Channel): Promise<void> {
    await this.scene.surface.slack(this.token, "conversations.join", {
      channel: channel.id,
    });
  }

  /** Picks a shortcut from the `/` menu. */
  async press(name: string, channel: Channel): Promise<void> {
    const found = this.#shortcuts.find((each) => each.name === name);
    assert(found, `there is no shortcut ${name}`);
    const path = `/desk/shortcuts/${found.trigger_id}`;
    const by = { user_id: this.id, channel_id: channel.id };
    await this.scene.surface.ask("POST", path, by);
  }

  /** Opens the dashboard and waits until it is filled. */
  async openDashboard(channel: Channel): Promise<Modal> {
    await this.press("Clerk", channel);
    return await this.expectModal("Clerk", /Send Text|Connect a line/);
  }

  /** Opens the send form. */
  async openSendForm(channel: Channel): Promise<Modal> {
    await (await this.openDashboard(channel)).click("send_text");
    return await this.expectModal("Send Text");
  }

  /** Opens the form behind a card's Assign. */
  async openAssign(card: Message): Promise<Modal> {
    await this.pressButton(card, "assign");
    return await this.expectModal("Assign", /Subject/);
  }

  /** Opens the settings of somebody who may change them. */
  async openSettings(channel: Channel): Promise<Modal> {
    await (await this.openDashboard(channel)).click("settings");
    return await this.expectModal("Settings", /"block_id":"admins"/);
  }

  /** Waits for a modal with this title on top, with words in it that look so. */
  async expectModal(title: string, words: RegExp = /./): Promise<Modal> {
    const view = await this.scene.eventually(
      `a modal "${title}" with ${words}`,
      async () => {
        const top = (await this.views()).at(-1);
        const fits = top?.title.text === title &&
          words.test(JSON.stringify(top.blocks));
        return fits ? top : undefined;
      },
    );
    return new Modal(this, view.id);
  }

  /** Closes every open modal. */
  async closeAll(): Promise<void> {
    for (const { id } of (await this.views()).reverse()) {
      await new Modal(this, id).close();
    }
  }

  /** Open modals, the top one last. */
  async views(): Promise<ModalView[]> {
    return await this.scene.surface.ask(
      "GET",
      `/desk/views?user_id=${this.id}`,
    );
  }

  /** Waits for something that only this person sees. */
  async expectWhisper(expected: RegExp | string): Promise<Whisper> {
    return await this.scene.eventually(
      `something only they see, like ${expected}`,
      async () =>
        (await this.whispers()).find((each) =>
          !this.scene.expected.has(each.channel + each.ts) &&
          looksLike(each.text, expected)
        ),
      (each) => this.scene.expected.add(each.channel + each.ts),
    );
  }

  async whispers(): Promise<Whisper[]> {
    return await this.scene.surface.ask(
      "GET",
      `/desk/ephemerals?user_id=${this.id}`,
    );
  }

  /** Drops a file into a form. @returns its id, which the form gives on. */
  async dropFile(
    name: string,
    contents: string | Uint8Array<ArrayBuffer>,
  ): Promise<string> {
    const id = await upload(this, name, contents);
    await this.scene.surface.slack(
      this.token,
      "files.completeUploadExternal",
      { files: [{ id }] },
    );
    return id;
  }

  /** Waits for a file from the app, in the direct message with it. @returns what is in it. */
  async expectFile(name: string): Promise<string> {
    return await this.scene.eventually(
      `a file ${name} from the app`,
      async () => {
        const file = (await this.messagesFromApp())
          .flatMap(({ files = [] }) => files)
          .findLast((each) => each.name === name);
        return file && await this.scene.surface.text(`/desk/files/${file.id}`);
      },
    );
  }

  /** The direct message with the app, oldest first. */
  async messagesFromApp(): Promise<SlackMessage[]> {
    const { surface } = this.scene;
    const { channels } = await surface.slack<{ channels: { id: string }[] }>(
      this.token,
      "conversations.list",
      { types: "im" },
    );
    const [direct] = channels;
    if (!direct) return [];
    const { messages } = await surface.slack<{ messages: SlackMessage[] }>(
      this.token,
      "conversations.history",
      { channel: direct.id, limit: 100 },
    );
    return messages.reverse();
  }

  /** Presses a button on a message. */
  async pressButton(message: Message, actionId: string): Promise<void> {
    const { channel, ts } = message;
    await this.pressButtonAt(channel.id, ts, actionId);
  }

  async pressButtonAt(
    channel: string,
    ts: string,
    actionId: string,
  ): Promise<void> {
    await this.scene.surface.ask(
      "POST",
      `/desk/messages/${channel}/${ts}/buttons/${actionId}`,
      { user_id: this.id },
    );
  }
}
