import type { Collection, Store } from "../store.ts";
import type { Changes } from "./changes.ts";
import type { Timestamps } from "./timestamps.ts";

/** A message as the workspace keeps it; `shown_message.ts` makes what an API answer says of it. */
export interface Message {
  channel: string;
  ts: string;
  subtype?: string;
  /** Absent on what the app posted under a name of its own. */
  user?: string;
  bot_id?: string;
  app_id?: string;
  username?: string;
  icons?: Record<string, string>;
  text: string;
  blocks?: Record<string, unknown>[];
  metadata?: { event_type: string; event_payload: Record<string, unknown> };
  /** Ids of the files that it shares. */
  files?: string[];
  /** The parent's ts, on replies only. */
  thread_ts?: string;
  edited?: { user: string; ts: string };
  reactions: { name: string; users: string[] }[];
  pinned?: { by: string; at: number };
  /** The execution that posted it: ordinary buttons go there. */
  execution_id?: string;
}

const TOMBSTONE = "This message was deleted.";

/** Every message of the workspace, by channel and by thread. */
export class Messages {
  readonly #rows: Collection<Message>;
  readonly #channels = new Map<string, Message[]>();
  readonly #threads = new Map<string, Message[]>();

  constructor(
    store: Store,
    private readonly timestamps: Timestamps,
    private readonly changes: Changes,
  ) {
    this.#rows = store.collection<Message>("slack.messages");
    for (const message of this.#rows.all()) {
      this.#index(message);
      timestamps.after(message.ts);
    }
  }

  post(draft: Omit<Message, "ts" | "reactions">): Message {
    const message: Message = {
      ...draft,
      ts: this.timestamps.next(),
      reactions: [],
    };
    this.#index(message);
    this.save(message, "posted", message.user);
    return message;
  }

  get(channel: string, ts: string): Message | undefined {
    return this.#rows.get(`${channel}:${ts}`);
  }

  /** Replies to a parent, oldest first. */
  repliesTo(channel: string, ts: string): readonly Message[] {
    return this.#threads.get(`${channel}:${ts}`) ?? [];
  }

  /** Everything in a channel, thread replies too, oldest first. */
  inChannel(channel: string): readonly Message[] {
    return this.#channels.get(channel) ?? [];
  }

  /** A deleted parent leaves a tombstone while it has replies; anything else is gone. */
  remove(message: Message, user: string): void {
    if (this.repliesTo(message.channel, message.ts).length > 0) {
      message.subtype = "tombstone";
      message.text = TOMBSTONE;
      message.user = "USLACKBOT";
      message.reactions = [];
      for (
        const key of [
          "blocks",
          "files",
          "metadata",
          "bot_id",
          "app_id",
          "username",
          "icons",
          "edited",
          "pinned",
        ] as const
      ) delete message[key];
    } else {
      this.#rows.delete(`${message.channel}:${message.ts}`);
      drop(this.#channels.get(message.channel), message);
      if (message.thread_ts) {
        drop(
          this.#threads.get(`${message.channel}:${message.thread_ts}`),
          message,
        );
        this.#buryParent(message.channel, message.thread_ts);
      }
      this.#tell(message, "removed", user);
      return;
    }
    this.save(message, "removed", user);
  }

  /** Makes a change last, and tells of it. */
  save(message: Message, action: string, user?: string): void {
    this.#rows.put(`${message.channel}:${message.ts}`, message);
    this.#tell(message, action, user);
  }

  /** Makes a change last without a word: for what has a change of its own, as reactions and pins have. */
  keep(message: Message): void {
    this.#rows.put(`${message.channel}:${message.ts}`, message);
  }

  /** A tombstone goes with the last of its replies. */
  #buryParent(channel: string, ts: string): void {
    const parent = this.get(channel, ts);
    if (parent?.subtype !== "tombstone") return;
    if (this.repliesTo(channel, ts).length > 0) return;
    this.#rows.delete(`${channel}:${ts}`);
    drop(this.#channels.get(channel), parent);
  }

  #index(message: Message): void {
    append(this.#channels, message.channel, message);
    if (message.thread_ts) {
      append(this.#threads, `${message.channel}:${message.thread_ts}`, message);
    }
  }

  #tell(message: Message, action: string, user?: string): void {
    this.changes.emit({
      kind: "message",
      action,
      channel_id: message.channel,
      ts: message.ts,
      ...(message.thread_ts && { thread_ts: message.thread_ts }),
      user_id: user,
    });
  }
}

function append(map: Map<string, Message[]>, key: string, message: Message) {
  const list = map.get(key);
  if (list) list.push(message);
  else map.set(key, [message]);
}

function drop(list: Message[] | undefined, message: Message): void {
  const place = list?.indexOf(message) ?? -1;
  if (place >= 0) list?.splice(place, 1);
}
