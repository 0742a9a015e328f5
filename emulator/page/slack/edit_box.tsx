import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { Message } from "../desk_state.ts";
import { typedText, wireText } from "../wire_text.ts";

/** A message of one's own, open to be changed: Enter saves, Escape leaves it as it was. */
export function EditBox(
  { channel, message, onDone }: {
    channel: string;
    message: Message;
    onDone(): void;
  },
): JSX.Element {
  const desk = useDesk();
  const was = typedText(message.text ?? "", desk.state);
  const [text, setText] = useState(was);
  const field = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    field.current?.focus();
    field.current?.setSelectionRange(was.length, was.length);
    field.current?.form?.scrollIntoView({ block: "nearest" });
  }, []);

  async function save() {
    const typed = text.trim();
    if (!typed) return;
    const saved = typed === was || await desk.call("chat.update", {
      channel,
      ts: message.ts,
      text: wireText(typed, desk.state),
    });
    if (saved) onDone();
  }

  return (
    <form
      class="edit-box"
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onDone();
        } else if (
          event.key === "Enter" && !event.shiftKey && !event.isComposing &&
          event.target === field.current
        ) {
          event.preventDefault();
          void save();
        }
      }}
    >
      <textarea
        ref={field}
        aria-label="Edit message"
        rows={Math.min(8, text.split("\n").length)}
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class="buttons">
        <button type="button" class="button" onClick={onDone}>Cancel</button>
        <button type="submit" class="button primary" disabled={!text.trim()}>
          Save
        </button>
      </div>
    </form>
  );
}
