import type { JSX } from "preact";
import { useMemo } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { Channel } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message_list.tsx";

/** A thread beside its channel: the parent, its replies, and where to reply. */
export function ThreadPanel(
  { channel, thread }: { channel: Channel; thread: string },
): JSX.Element {
  const desk = useDesk();
  const all = desk.state.messages[channel.id];
  const told = desk.state.ephemerals;
  const messages = useMemo(
    () =>
      all?.filter(({ ts, thread_ts }) =>
        ts === thread || thread_ts === thread
      ) ?? [],
    [all, thread],
  );
  const ephemerals = useMemo(
    () =>
      told.filter((one) =>
        one.channel === channel.id && one.thread_ts === thread
      ),
    [told, channel.id, thread],
  );
  const parent = messages.find((message) => message.ts === thread);
  const key = `${desk.state.me} ${thread}`;
  return (
    <aside
      class="thread"
      aria-label="Thread"
      onKeyDown={(event) => {
        if (event.key === "Escape") desk.go({ thread: "", message: "" });
      }}
    >
      <header class="channel-header">
        <h2>
          Thread <small>#{channel.name}</small>
        </h2>
        <span class="spring" />
        <button
          type="button"
          class="tool"
          aria-label="Close thread"
          onClick={() => desk.go({ thread: "", message: "" })}
        >
          <Icon name="close" />
        </button>
      </header>
      {parent
        ? (
          <MessageList
            key={key}
            channel={channel.id}
            messages={messages}
            ephemerals={ephemerals}
            label="Messages in the thread"
            inThread
          />
        )
        : <p class="notice">There is no such thread any more.</p>}
      {parent && !channel.is_archived && (
        <Composer
          key={`${key} composer`}
          channel={channel.id}
          thread={thread}
          placeholder="Reply…"
        />
      )}
    </aside>
  );
}
