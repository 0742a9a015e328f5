import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { AttachButton } from "../attach_button.tsx";
import { Icon } from "../icon.tsx";

/** Where a text is written on a handset: Enter sends. */
export function TextLine(
  { name, disabled, onText, onPicture }: {
    /** Whose phone it is. */
    name: string;
    disabled: boolean;
    /** Resolves with false when the text could not be sent. */
    onText(body: string): Promise<boolean>;
    onPicture(body: string, file: File): Promise<boolean>;
  },
): JSX.Element {
  const [draft, setDraft] = useState("");

  async function send(deed: (body: string) => Promise<boolean>) {
    const body = draft;
    setDraft("");
    if (!await deed(body)) setDraft((now) => now || body);
  }

  function submit() {
    if (draft.trim() && !disabled) void send(onText);
  }

  return (
    <form
      class="text-line"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <AttachButton
        label={`Send a picture from ${name}'s phone`}
        accept="image/png,image/jpeg,image/gif,video/mp4,text/vcard"
        one
        disabled={disabled}
        onAttach={([file]) => {
          if (file) void send((body) => onPicture(body, file));
        }}
      />
      <textarea
        rows={Math.min(4, draft.split("\n").length)}
        aria-label={`Text message from ${name}`}
        placeholder="Text message"
        value={draft}
        disabled={disabled}
        onInput={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.shiftKey) return;
          if (event.isComposing) return;
          event.preventDefault();
          submit();
        }}
      />
      <button
        type="submit"
        aria-label={`Send from ${name}'s phone`}
        disabled={disabled || !draft.trim()}
      >
        <Icon name="send" />
      </button>
    </form>
  );
}
