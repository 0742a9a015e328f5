import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Avatar } from "../avatar.tsx";
import { authorOf, channelById, type Desk, useDesk } from "../desk.ts";
import type { Message } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { PlainWords } from "../mrkdwn_view.tsx";

/** How long a notification stands, in milliseconds, and how many at once. */
const standing = 7000;
const most = 3;

interface Note {
  channel: string;
  message: Message;
}

/** Slack's client notifies of what names the person, and of direct messages. */
function concerns({ state }: Desk, channel: string, message: Message): boolean {
  if (message.user === state.me) return false;
  const place = state.channels.find(({ id }) => id === channel);
  return place?.is_im === true ||
    (message.text ?? "").includes(`<@${state.me}>`) ||
    /<!(?:here|channel|everyone)/.test(message.text ?? "");
}

/** What a message says, or else the names of its files. */
function wordsOf({ text, files = [] }: Message): string {
  return text || files.map(({ title }) => title).join(", ");
}

/** Whether the message is before the person's eyes anyhow. */
function isSeen({ address }: Desk, channel: string, message: Message): boolean {
  if (channel !== address.channel || document.hidden) return false;
  const { thread_ts, subtype } = message;
  return !thread_ts || thread_ts === address.thread ||
    subtype === "thread_broadcast";
}

function newestIn(desk: Desk): string {
  return Object.values(desk.state.messages)
    .reduce((last, list) => {
      const ts = list.at(-1)?.ts ?? "";
      return ts > last ? ts : last;
    }, "");
}

/** Notifications at the corner, as a desktop shows them: pressed, they lead to the message. */
export function Toasts(): JSX.Element {
  const desk = useDesk();
  const { messages, me } = desk.state;
  const told = useRef({ me, ts: newestIn(desk) });
  const [notes, setNotes] = useState<Note[]>([]);

  useEffect(() => {
    const since = told.current.me === me ? told.current.ts : newestIn(desk);
    told.current = { me, ts: newestIn(desk) };
    const fresh = Object.entries(messages).flatMap(([channel, list]) =>
      list.slice(list.findLastIndex(({ ts }) => ts <= since) + 1)
        .filter((message) =>
          concerns(desk, channel, message) && !isSeen(desk, channel, message)
        )
        .map((message) => ({ channel, message }))
    );
    if (fresh.length === 0) return;
    setNotes((old) => [...old, ...fresh].slice(-most));
    const gone = new Set<Note>(fresh);
    setTimeout(
      () => setNotes((old) => old.filter((note) => !gone.has(note))),
      standing,
    );
  }, [messages, me]);

  useEffect(() => {
    // Whoever goes there by themselves needs no telling any more.
    setNotes((old) =>
      old.filter(({ channel, message }) => !isSeen(desk, channel, message))
    );
  }, [desk.address]);

  function dismiss(note: Note) {
    setNotes((old) => old.filter((one) => one !== note));
  }

  function open(note: Note) {
    dismiss(note);
    const { channel, message } = note;
    const { thread_ts, ts } = message;
    const thread = thread_ts && thread_ts !== ts ? thread_ts : "";
    desk.go({ channel, thread, message: ts, tab: "slack" });
  }

  return (
    <div class="notes" role="region" aria-label="Notifications">
      {notes.map((note) => {
        const author = authorOf(desk, note.message);
        const where = channelById(desk, note.channel);
        return (
          <div class="note" key={`${note.channel} ${note.message.ts}`}>
            <button type="button" class="told" onClick={() => open(note)}>
              <Avatar id={author.id} name={author.name} emoji={author.emoji} />
              <span>
                <b>
                  {author.name}
                  {where && !where.is_im && ` in #${where.name}`}
                </b>
                <span class="words">
                  <PlainWords text={wordsOf(note.message)} />
                </span>
              </span>
            </button>
            <button
              type="button"
              aria-label="Dismiss"
              onClick={() => dismiss(note)}
            >
              <Icon name="close" />
            </button>
          </div>
        );
      })}
    </div>
  );
}
