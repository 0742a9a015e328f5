import type { ComponentChildren, JSX } from "preact";
import { useLayoutEffect, useMemo, useRef } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { Ephemeral, Message } from "../desk_state.ts";
import { MessageChunk } from "./message_chunk.tsx";

/** How close to the end still counts as reading along, in pixels. */
const readingAlong = 80;

/** Messages that are drawn or left out together. */
const chunkSize = 30;

/** Both lists are in order; few messages are ephemeral. */
function inOrder(messages: Message[], ephemerals: Ephemeral[]): Message[] {
  if (ephemerals.length === 0) return messages;
  return [...messages, ...ephemerals]
    .sort((a, b) => a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);
}

/**
 * Messages, oldest first, with the days between them; follows the end while one reads there. Of a long list only
 * what is near the window is drawn.
 */
export function MessageList(
  { channel, messages, ephemerals, label, newFrom, inThread, children }: {
    channel: string;
    messages: Message[];
    ephemerals: Ephemeral[];
    label: string;
    /** The `ts` of the message above which a line says that what follows is new. */
    newFrom?: string;
    inThread?: boolean;
    /** What stands before the first message. */
    children?: ComponentChildren;
  },
): JSX.Element {
  const { address } = useDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const rows = useMemo(() => inOrder(messages, ephemerals), [
    messages,
    ephemerals,
  ]);
  const own = useMemo(() => new Set<Message>(ephemerals), [ephemerals]);
  const starts: number[] = [];
  for (let at = 0; at < rows.length; at += chunkSize) starts.push(at);
  const sought = address.message
    ? rows.findIndex(({ ts }) => ts === address.message)
    : -1;

  function followEnd() {
    const element = scroller.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  }
  useLayoutEffect(followEnd);
  useLayoutEffect(() => {
    if (sought < 0) return;
    atEnd.current = false;
    scroller.current
      ?.querySelector(`[data-ts="${CSS.escape(address.message)}"]`)
      ?.scrollIntoView({ block: "center" });
  }, [address.message, sought < 0]);

  return (
    <div
      class="scroller"
      ref={scroller}
      // A place that scrolls has to be reachable by keyboard.
      tabIndex={0}
      role="region"
      aria-label={label}
      // A picture has no height until it is there.
      onLoadCapture={followEnd}
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
        atEnd.current = scrollHeight - scrollTop - clientHeight < readingAlong;
      }}
    >
      {children}
      {starts.map((at) => (
        <MessageChunk
          key={at}
          channel={channel}
          rows={rows.slice(at, at + chunkSize)}
          before={rows[at - 1]}
          own={own}
          newFrom={newFrom}
          inThread={inThread ?? false}
          scroller={scroller}
          // What one looks at first is drawn at once; the rest when it comes near.
          must={sought >= at && sought < at + chunkSize ||
            at + 2 * chunkSize > rows.length}
        />
      ))}
    </div>
  );
}
