import type { JSX } from "preact";
import { authorOf, useDesk } from "../desk.ts";
import type { Channel } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { dayOf, shownDay, shownTime, timeOf } from "../times.ts";
import { MessageBody } from "./message_body.tsx";

/** What is pinned in a channel, newest message first; a press shows it where it stands. */
export function PinsPanel(
  { channel, onClose }: { channel: Channel; onClose(): void },
): JSX.Element {
  const desk = useDesk();
  const pinned = (desk.state.messages[channel.id] ?? [])
    .filter((message) => channel.pins.includes(message.ts))
    .toReversed();
  const now = Date.now();
  return (
    <section class="pins" aria-label="Pinned messages">
      <header>
        <h2>{pinned.length} pinned</h2>
        <button type="button" aria-label="Close pins" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      {pinned.length === 0 && <p>Nothing is pinned in this channel.</p>}
      {pinned.map((message) => {
        const at = timeOf(message.ts);
        const day = dayOf(at) === dayOf(now) ? "" : `${shownDay(at, now)}, `;
        const inThread = message.thread_ts && message.thread_ts !== message.ts;
        return (
          <article key={message.ts}>
            <div class="who">
              <b>{authorOf(desk, message).name}</b>
              <time>{day}{shownTime(at)}</time>
              <button
                type="button"
                onClick={() =>
                  desk.go({
                    message: message.ts,
                    thread: inThread ? message.thread_ts : "",
                  })}
              >
                Show
              </button>
              <button
                type="button"
                aria-label="Un-pin"
                onClick={() =>
                  void desk.call("pins.remove", {
                    channel: channel.id,
                    timestamp: message.ts,
                  })}
              >
                <Icon name="close" />
              </button>
            </div>
            <MessageBody channel={channel.id} message={message} />
          </article>
        );
      })}
    </section>
  );
}
