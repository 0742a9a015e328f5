import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import type { Confirm } from "../blocks/block_kit.ts";
import { ConfirmDialog } from "../blocks/confirm_dialog.tsx";
import { useDesk } from "../desk.ts";
import type { Message } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { Menu, type MenuItem } from "../menu.tsx";

const deletion: Confirm = {
  title: { type: "plain_text", text: "Delete message" },
  text: {
    type: "plain_text",
    text: "Are you sure you want to delete this message? It cannot be undone.",
  },
  confirm: { type: "plain_text", text: "Delete" },
  deny: { type: "plain_text", text: "Cancel" },
  style: "danger",
};

/** The small bar at a message's corner while the pointer or the focus is on it. */
export function MessageActions(
  { channel, message, pinned, inThread, onPick, onEdit }: {
    channel: string;
    message: Message;
    pinned: boolean;
    inThread: boolean;
    onPick(anchor: HTMLElement): void;
    onEdit(): void;
  },
): JSX.Element {
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const [deleting, setDeleting] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const at = { channel, timestamp: message.ts };
  const items: MenuItem[] = [{
    text: pinned ? "Un-pin from channel" : "Pin to channel",
    run: () => void desk.call(pinned ? "pins.remove" : "pins.add", at),
  }];
  if (message.user === desk.state.me) {
    items.push({ text: "Edit message", run: onEdit }, {
      text: "Delete message…",
      danger: true,
      run: () => setDeleting(true),
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
      {deleting && (
        <ConfirmDialog
          confirm={deletion}
          onAnswer={(yes) => {
            setDeleting(false);
            if (yes) void desk.call("chat.delete", { channel, ts: message.ts });
          }}
        />
      )}
    </div>
  );
}
