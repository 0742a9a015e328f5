import type { JSX } from "preact";
import { useMemo, useRef, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { Channel } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { Menu } from "../menu.tsx";
import { Composer } from "./composer.tsx";
import { MessageList } from "./message_list.tsx";
import { PinsPanel } from "./pins_panel.tsx";
import { standsInChannel } from "./unread.ts";

/** A channel: its name and tools, its messages, and where to write. */
export function ChannelView(
  { channel, newFrom, onMenu }: {
    channel: Channel;
    /** The `ts` of the first message that was unread when one came here. */
    newFrom: string;
    onMenu(): void;
  },
): JSX.Element {
  const desk = useDesk();
  const { state } = desk;
  const [pinsOpen, setPinsOpen] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  const name = useRef<HTMLButtonElement>(null);
  const all = state.messages[channel.id];
  const standing = useMemo(() => all?.filter(standsInChannel) ?? [], [all]);
  const title = channel.is_im ? desk.workspace.bot.name ?? "App" : channel.name;
  const here = useMemo(
    () =>
      state.ephemerals.filter((one) =>
        one.channel === channel.id && !one.thread_ts
      ),
    [state.ephemerals, channel.id],
  );
  const member = channel.members.includes(state.me) || channel.is_im;
  const act = (method: string) =>
    void desk.call(method, { channel: channel.id });

  const items = channel.is_archived
    ? [{ text: "Unarchive channel", run: () => act("conversations.unarchive") }]
    : [{ text: "Archive channel", run: () => act("conversations.archive") }];

  return (
    <main class="channel" aria-label={`Channel ${title}`}>
      <header class="channel-header">
        <button
          type="button"
          class="to-sidebar"
          aria-label="Open the sidebar"
          onClick={onMenu}
        >
          <Icon name="menu" />
        </button>
        <h1>
          <button
            ref={name}
            type="button"
            class="channel-name"
            aria-haspopup="menu"
            aria-expanded={menuOpen}
            onClick={() => setMenuOpen(!menuOpen)}
          >
            {!channel.is_im && (
              <Icon name={channel.is_private ? "lock" : "hash"} />
            )}
            {title}
            <Icon name="down" />
          </button>
        </h1>
        {menuOpen && (
          <Menu
            label="Channel actions"
            anchor={name.current}
            items={items}
            onClose={() => setMenuOpen(false)}
          />
        )}
        <span class="topic" title={channel.topic}>{channel.topic}</span>
        <button
          type="button"
          class={pinsOpen ? "tool on" : "tool"}
          aria-expanded={pinsOpen}
          aria-label={`Pinned messages: ${channel.pins.length}`}
          onClick={() => setPinsOpen(!pinsOpen)}
        >
          <Icon name="pin" /> {channel.pins.length}
        </button>
        <span class="tool still" title="Members">
          <Icon name="people" /> {channel.members.length}
          <span class="hidden">members</span>
        </span>
      </header>
      {pinsOpen && (
        <PinsPanel
          channel={channel}
          onClose={() => setPinsOpen(false)}
        />
      )}
      <MessageList
        key={`${state.me} ${channel.id}`}
        channel={channel.id}
        messages={standing}
        ephemerals={here}
        newFrom={newFrom}
        label={`Messages in ${title}`}
      >
        <div class="beginning">
          <h2>{channel.is_im ? title : `# ${title}`}</h2>
          <p>
            This is the very beginning of the {title} channel. {channel.purpose}
          </p>
        </div>
      </MessageList>
      {channel.is_archived
        ? <p class="notice">This channel has been archived.</p>
        : member
        ? (
          <Composer
            key={`${state.me} ${channel.id}`}
            channel={channel.id}
            placeholder={channel.is_im
              ? `Message ${title}`
              : `Message #${title}`}
          />
        )
        : (
          <p class="notice">
            You are not in this channel.{" "}
            <button
              type="button"
              class="button primary"
              onClick={() => act("conversations.join")}
            >
              Join channel
            </button>
          </p>
        )}
    </main>
  );
}
