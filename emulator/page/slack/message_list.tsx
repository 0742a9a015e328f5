import { type ComponentChildren, Fragment, type JSX } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { Ephemeral, Message } from "../desk_state.ts";
import { dayOf, shownDay, timeOf } from "../times.ts";
import { MessageRow } from "./message_row.tsx";

/** How close to the end still counts as reading along, in pixels. */
const readingAlong = 80;

/** Messages of one hand stand together when they come within five minutes, as in Slack; a thread's parent ends that. */
function continues(message: Message, before: Message | undefined): boolean {
  return before !== undefined &&
    before.user === message.user &&
    before.bot_id === message.bot_id &&
    before.username === message.username &&
    before.subtype === message.subtype &&
    !before.reply_count && !message.reply_count &&
    timeOf(message.ts) - timeOf(before.ts) < 300_000 &&
    dayOf(timeOf(message.ts)) === dayOf(timeOf(before.ts));
}

/** Messages, oldest first, with the days between them; follows the end while one reads there. */
export function MessageList(
  { channel, messages, ephemerals, label, inThread, children }: {
    channel: string;
    messages: Message[];
    ephemerals: Ephemeral[];
    label: string;
    inThread?: boolean;
    /** What stands before the first message. */
    children?: ComponentChildren;
  },
): JSX.Element {
  const { address } = useDesk();
  const scroller = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const own = new Set<Message>(ephemerals);
  const rows = [...messages, ...ephemerals]
    .sort((a, b) => a.ts < b.ts ? -1 : a.ts > b.ts ? 1 : 0);

  useLayoutEffect(() => {
    const element = scroller.current;
    if (element && atEnd.current) element.scrollTop = element.scrollHeight;
  });
  useLayoutEffect(() => {
    if (!address.message) return;
    const row = scroller.current
      ?.querySelector(`[data-ts="${CSS.escape(address.message)}"]`);
    if (!row) return;
    atEnd.current = false;
    row.scrollIntoView({ block: "center" });
  }, [address.message, rows.length > 0]);

  return (
    <div
      class="scroller"
      ref={scroller}
      // A place that scrolls has to be reachable by keyboard.
      tabIndex={0}
      role="region"
      aria-label={label}
      onScroll={(event) => {
        const { scrollHeight, scrollTop, clientHeight } = event.currentTarget;
        atEnd.current = scrollHeight - scrollTop - clientHeight < readingAlong;
      }}
    >
      {children}
      <ol class="messages">
        {rows.map((message, index) => {
          const before = rows[index - 1];
          const day = dayOf(timeOf(message.ts));
          const newDay = !before || dayOf(timeOf(before.ts)) !== day;
          return (
            <Fragment key={message.ts}>
              {newDay && !inThread && (
                <li class="day">
                  <span>{shownDay(timeOf(message.ts), Date.now())}</span>
                </li>
              )}
              <MessageRow
                channel={channel}
                message={message}
                inThread={inThread}
                ephemeral={own.has(message)}
                compact={continues(message, before) && !own.has(message) &&
                  !(before && own.has(before))}
              />
            </Fragment>
          );
        })}
      </ol>
    </div>
  );
}
