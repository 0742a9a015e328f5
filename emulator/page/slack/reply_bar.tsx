import type { JSX } from "preact";
import { Avatar } from "../avatar.tsx";
import { personById, shownName, useDesk } from "../desk.ts";
import type { Message } from "../desk_state.ts";
import { shownAgo, timeOf } from "../times.ts";

export function shownReplies(count: number): string {
  return count === 1 ? "1 reply" : `${count} replies`;
}

/** "3 replies" under a thread's parent: who, how many, and when the last. */
export function ReplyBar(
  { message }: { message: Message },
): JSX.Element | null {
  const desk = useDesk();
  const count = message.reply_count ?? 0;
  if (count === 0) return null;
  return (
    <button
      type="button"
      class="reply-bar"
      onClick={() => desk.go({ thread: message.ts, message: "" })}
    >
      {message.reply_users?.slice(0, 5).map((id) => {
        const person = personById(desk, id);
        const name = person ? shownName(person) : desk.workspace.bot.name ?? "";
        return <Avatar key={id} id={person?.id ?? id} name={name} size={24} />;
      })}
      <b>{shownReplies(count)}</b>
      {message.latest_reply && (
        <span class="last">
          Last reply {shownAgo(timeOf(message.latest_reply), Date.now())}
        </span>
      )}
      <span class="view-thread">View thread</span>
    </button>
  );
}
