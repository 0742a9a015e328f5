import type { JSX } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import { channelById, useDesk } from "../desk.ts";
import { AddChannel } from "./add_channel.tsx";
import { Announcer } from "./announcer.tsx";
import { ChannelView } from "./channel_view.tsx";
import { ModalStack } from "./modal_stack.tsx";
import { Sidebar } from "./sidebar.tsx";
import { ThreadPanel } from "./thread_panel.tsx";
import { Toasts } from "./toasts.tsx";
import {
  firstUnreadIn,
  lastInChannel,
  loadReadMarks,
  saveReadMarks,
} from "./unread.ts";

/** The whole Slack client of one person. */
export function SlackWindow(): JSX.Element {
  const desk = useDesk();
  const { state, address } = desk;
  const [marks, setMarks] = useState(loadReadMarks);
  const [adding, setAdding] = useState(false);
  const [sidebarOpen, setSidebarOpen] = useState(false);
  const channel = channelById(desk, address.channel);
  const last = lastInChannel(state, address.channel);
  const key = `${state.me} ${address.channel}`;
  // What was unread when one came here stays marked as new until one leaves.
  const newFrom = useMemo(
    () => firstUnreadIn(state, address.channel, marks[key] ?? ""),
    [key],
  );

  useEffect(() => {
    if (!last || marks[key] === last) return;
    const next = { ...marks, [key]: last };
    setMarks(next);
    saveReadMarks(next);
  }, [state.me, address.channel, last]);
  useEffect(() => setSidebarOpen(false), [address.channel, state.me]);

  return (
    <div
      class={sidebarOpen ? "slack sidebar-open" : "slack"}
      onKeyDown={(event) => {
        if (event.key === "Escape") setSidebarOpen(false);
      }}
    >
      <Sidebar
        marks={marks}
        onAddChannel={() => setAdding(true)}
        onTurn={() => setSidebarOpen(false)}
      />
      {sidebarOpen && (
        <div
          class="veil"
          onClick={() => setSidebarOpen(false)}
        />
      )}
      {channel
        ? (
          <ChannelView
            channel={channel}
            newFrom={newFrom}
            onMenu={() => setSidebarOpen(true)}
          />
        )
        : <main class="channel">No such channel.</main>}
      {channel && address.thread && (
        <ThreadPanel channel={channel} thread={address.thread} />
      )}
      <ModalStack />
      {adding && <AddChannel onClose={() => setAdding(false)} />}
      <Toasts />
      <Announcer />
    </div>
  );
}
