import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { Message } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { Menu } from "../menu.tsx";

/** The small bar at a message's corner while the pointer or the focus is on it. */
export function MessageActions(
  { channel, message, pinned, inThread, onPick }: {
    channel: string;
    message: Message;
    pinned: boolean;
    inThread: boolean;
    onPick(anchor: HTMLElement): void;
  },
): JSX.Element {
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const at = { channel, timestamp: message.ts };
  const items = [{
    text: pinned ? "Un-pin from channel" : "Pin to channel",
    run: () => void desk.call(pinned ? "pins.remove" : "pins.add", at),
  }];
  if (message.user === desk.state.me) {
    items.push({
      text: "Delete message…",
      run() {
        if (!confirm("Delete this message? This cannot be undone.")) return;
        void desk.call("chat.delete", { channel, ts: message.ts });
      },
    });
  }
  return (
    <div class={open ? "message-actions open" : "message-actions"}>
      <button
        type="button"
        aria-label="Add reaction"
        title="Add reaction"
        onClick={(event) => onPick(event.currentTarget)}
      >
        <Icon name="smile" />
      </button>
      {!inThread && (
        <button
          type="button"
          aria-label="Reply in thread"
          title="Reply in thread"
          onClick={() =>
            desk.go({ thread: message.thread_ts ?? message.ts, message: "" })}
        >
          <Icon name="reply" />
        </button>
      )}
      <button
        ref={more}
        type="button"
        aria-label="More actions"
        title="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <Menu
          label="More actions"
          anchor={more.current}
          items={items}
          onClose={() => setOpen(false)}
        />
      )}
    </div>
  );
}
