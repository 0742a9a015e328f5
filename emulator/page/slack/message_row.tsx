import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { Avatar } from "../avatar.tsx";
import { authorOf, channelById, useDesk } from "../desk.ts";
import type { Message } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { PlainWords } from "../mrkdwn_view.tsx";
import { shownStamp, shownTime, timeOf } from "../times.ts";
import { EditBox } from "./edit_box.tsx";
import { EmojiPicker } from "./emoji_picker.tsx";
import { MessageActions } from "./message_actions.tsx";
import { MessageBody } from "./message_body.tsx";
import { Reactions } from "./reactions.tsx";
import { ReplyBar } from "./reply_bar.tsx";

interface MessageRowProps {
  channel: string;
  message: Message;
  /** Written by the same hand shortly after the one above: no picture, no name. */
  compact?: boolean;
  ephemeral?: boolean;
  inThread?: boolean;
}

/** One message with everything that hangs on it. */
export function MessageRow(
  { channel, message, compact, ephemeral, inThread }: MessageRowProps,
): JSX.Element {
  const desk = useDesk();
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [editing, setEditing] = useState(false);
  const pinned = channelById(desk, channel)?.pins.includes(message.ts) ?? false;
  const marked = desk.address.message === message.ts;
  const author = authorOf(desk, message);
  const at = timeOf(message.ts);
  const broadcast = message.subtype === "thread_broadcast";
  const parent = broadcast
    ? desk.state.messages[channel]?.find(({ ts }) => ts === message.thread_ts)
    : undefined;
  const classes = [
    "message",
    compact ? "compact" : "",
    ephemeral ? "ephemeral" : "",
    pinned ? "pinned" : "",
    marked ? "marked" : "",
  ].filter(Boolean).join(" ");
  return (
    <li class={classes} data-ts={message.ts}>
      {pinned && !ephemeral && (
        <div class="above">
          <Icon name="pin" /> Pinned
        </div>
      )}
      {ephemeral && (
        <div class="above">
          <Icon name="eye" /> Only visible to you
        </div>
      )}
      <div class="gutter">
        {compact
          ? <time title={shownStamp(at)}>{shownTime(at).split(" ")[0]}</time>
          : <Avatar id={author.id} name={author.name} emoji={author.emoji} />}
      </div>
      <div class="content">
        <div class={compact ? "who hidden" : "who"}>
          <b>{author.name}</b>
          {author.isApp && <span class="app-badge">APP</span>}
          <time title={shownStamp(at)} dateTime={new Date(at).toISOString()}>
            {shownTime(at)}
          </time>
        </div>
        {broadcast && !inThread && (
          <button
            type="button"
            class="broadcast"
            onClick={() => desk.go({ thread: message.thread_ts, message: "" })}
          >
            replied to a thread: <PlainWords text={parent?.text ?? ""} />
          </button>
        )}
        {broadcast && inThread && (
          <small class="broadcast">Also sent to the channel</small>
        )}
        {editing
          ? (
            <EditBox
              channel={channel}
              message={message}
              onDone={() => setEditing(false)}
            />
          )
          : <MessageBody channel={channel} message={message} />}
        <Reactions channel={channel} message={message} onPick={setAnchor} />
        {!inThread && !broadcast && <ReplyBar message={message} />}
      </div>
      {!ephemeral && !editing && message.subtype !== "tombstone" && (
        <MessageActions
          channel={channel}
          message={message}
          pinned={pinned}
          inThread={inThread ?? false}
          onPick={setAnchor}
          onEdit={() => setEditing(true)}
        />
      )}
      {anchor && (
        <EmojiPicker
          anchor={anchor}
          onClose={() => setAnchor(null)}
          onPick={(name) =>
            void desk.call("reactions.add", {
              channel,
              timestamp: message.ts,
              name,
            })}
        />
      )}
    </li>
  );
}
