import { Fragment, type JSX, type RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Message } from "../desk_state.ts";
import { dayOf, shownDay, timeOf } from "../times.ts";
import { shownReplies } from "./reply_bar.tsx";
import { MessageRow } from "./message_row.tsx";

/** How far outside the window messages are drawn, so that they are there when one gets to them. */
const nearby = "1000px 0px";

/** The height of a message that was never drawn, in pixels: a guess that is put right when it is. */
const guess = 56;

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

/** Some messages of a list; far from the window it is as high as they are, and empty. */
export function MessageChunk(
  { channel, rows, before, own, newFrom, inThread, scroller, must }: {
    channel: string;
    rows: Message[];
    /** The last message of the chunk before. */
    before: Message | undefined;
    /** Those that only this person sees. */
    own: ReadonlySet<Message>;
    newFrom: string | undefined;
    inThread: boolean;
    scroller: RefObject<HTMLElement | null>;
    /** Drawn wherever it is. */
    must: boolean;
  },
): JSX.Element {
  const [near, setNear] = useState(false);
  const list = useRef<HTMLOListElement>(null);
  const height = useRef(rows.length * guess);
  const drawn = near || must;

  useEffect(() => {
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry) return;
      if (!entry.isIntersecting) {
        height.current = entry.boundingClientRect.height;
      }
      setNear(entry.isIntersecting);
    }, { root: scroller.current, rootMargin: nearby });
    if (list.current) observer.observe(list.current);
    return () => observer.disconnect();
  }, []);

  if (!drawn) {
    return (
      <ol
        class="messages"
        ref={list}
        aria-hidden="true"
        style={{ height: `${height.current}px` }}
      />
    );
  }
  return (
    <ol class="messages" ref={list}>
      {rows.map((message, index) => {
        const previous = rows[index - 1] ?? before;
        const at = timeOf(message.ts);
        const newDay = !inThread &&
          (!previous || dayOf(timeOf(previous.ts)) !== dayOf(at));
        const unread = message.ts === newFrom;
        return (
          <Fragment key={message.ts}>
            {(newDay || unread) && (
              <li class={unread ? "day new" : "day"}>
                {newDay && <span>{shownDay(at, Date.now())}</span>}
                {unread && <b>New</b>}
              </li>
            )}
            <MessageRow
              channel={channel}
              message={message}
              inThread={inThread}
              ephemeral={own.has(message)}
              compact={!unread && continues(message, previous) &&
                !own.has(message) &&
                !(previous && own.has(previous))}
            />
            {inThread && message.reply_count && (
              <li class="reply-count">
                <span>{shownReplies(message.reply_count)}</span>
              </li>
            )}
          </Fragment>
        );
      })}
    </ol>
  );
}
