import type { JSX } from "preact";
import { useId, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { Icon, type IconName } from "../icon.tsx";
import { wireText } from "../wire_text.ts";
import { AttachButton } from "../attach_button.tsx";
import { Attachments } from "./attachments.tsx";
import { EmojiPicker } from "./emoji_picker.tsx";
import { offerFor, type Suggestion } from "./suggestions.ts";
import { SuggestionList } from "./suggestion_list.tsx";
import { useDraft } from "./use_draft.ts";

const marks: { label: string; icon: IconName; mark: string }[] = [
  { label: "Bold", icon: "bold", mark: "*" },
  { label: "Italic", icon: "italic", mark: "_" },
  { label: "Strikethrough", icon: "strike", mark: "~" },
  { label: "Code", icon: "code", mark: "`" },
];

/** Where one writes: Enter sends, Shift+Enter breaks the line, `/` offers the shortcuts. */
export function Composer(
  { channel, thread, placeholder }: {
    channel: string;
    /** The `ts` of the thread's parent; without it the message stands in the channel. */
    thread?: string;
    placeholder: string;
  },
): JSX.Element {
  const desk = useDesk();
  const draft = useDraft();
  const { field, text, caret } = draft;
  const [active, setActive] = useState(0);
  const [dismissed, setDismissed] = useState(false);
  const [broadcast, setBroadcast] = useState(false);
  const [anchor, setAnchor] = useState<HTMLElement | null>(null);
  const [files, setFiles] = useState<File[]>([]);
  const listId = useId();

  const offer = dismissed ? null : offerFor(desk, text, caret);
  const chosen = offer?.suggestions[active] ?? offer?.suggestions[0];

  function write(next: string, at: number) {
    draft.write(next, at);
    setActive(0);
    setDismissed(false);
  }

  async function send() {
    const typed = text.trim();
    if (!typed && files.length === 0) return;
    write("", 0);
    const words = wireText(typed, desk.state);
    setFiles([]);
    const sent = files.length > 0 ? await share(words) : await desk.call(
      "chat.postMessage",
      {
        channel,
        text: words,
        thread_ts: thread,
        reply_broadcast: thread && broadcast ? true : undefined,
      },
    );
    if (sent) return setBroadcast(false);
    draft.restore(typed);
    setFiles((now) => now.length > 0 ? now : files);
  }

  async function share(words: string): Promise<boolean> {
    const ids = await desk.upload(files);
    return ids !== null && await desk.call("files.completeUploadExternal", {
      files: ids.map((id, at) => ({ id, title: files[at]?.name })),
      channel_id: channel,
      thread_ts: thread,
      initial_comment: words || undefined,
    });
  }

  function attach(more: Iterable<File> | undefined) {
    if (more) setFiles((old) => [...old, ...more]);
  }

  async function take(suggestion: Suggestion) {
    if (!offer) return;
    if (suggestion.text !== undefined) {
      const next = text.slice(0, offer.from) + suggestion.text;
      return write(next + text.slice(offer.to), next.length);
    }
    write("", 0);
    await desk.post(`/desk/shortcuts/${suggestion.triggerId}`, {
      user_id: desk.state.me,
      channel_id: channel,
    });
  }

  function pressKey(event: KeyboardEvent) {
    if (event.isComposing) return;
    const count = offer?.suggestions.length ?? 0;
    if (offer && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      event.preventDefault();
      setActive((active + (event.key === "ArrowDown" ? 1 : count - 1)) % count);
    } else if (offer && event.key === "Escape") {
      event.stopPropagation();
      setDismissed(true);
    } else if (chosen && (event.key === "Enter" || event.key === "Tab")) {
      event.preventDefault();
      void take(chosen);
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      void send();
    }
  }

  return (
    <div class="composer-place">
      {offer && (
        <SuggestionList
          id={listId}
          offer={offer}
          active={chosen?.key ?? ""}
          onTake={(one) => void take(one)}
        />
      )}
      <div
        class="composer"
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          attach(event.dataTransfer?.files);
        }}
      >
        <div class="tools" role="group" aria-label="Formatting">
          {marks.map(({ label, icon, mark }) => (
            <button
              key={mark}
              type="button"
              aria-label={label}
              title={label}
              onClick={() => draft.wrap(mark)}
            >
              <Icon name={icon} />
            </button>
          ))}
        </div>
        <textarea
          ref={field}
          rows={1}
          value={text}
          aria-label={placeholder}
          placeholder={placeholder}
          aria-autocomplete="list"
          aria-controls={offer ? listId : undefined}
          aria-activedescendant={chosen && `${listId}-${chosen.key}`}
          onInput={(event) => {
            setActive(0);
            setDismissed(false);
            draft.follow(event.currentTarget);
          }}
          onPaste={(event) => attach(event.clipboardData?.files)}
          onSelect={(event) => draft.moveTo(event.currentTarget.selectionStart)}
          onKeyDown={pressKey}
        />
        <Attachments
          files={files}
          onRemove={(file) =>
            setFiles((old) => old.filter((one) => one !== file))}
        />
        <div class="tools">
          <AttachButton label="Attach" onAttach={attach} />
          <button
            type="button"
            aria-label="Shortcuts"
            title="Shortcuts"
            onClick={() => write("/", 1)}
          >
            <Icon name="bolt" />
          </button>
          <button
            type="button"
            aria-label="Emoji"
            title="Emoji"
            onClick={(event) => setAnchor(event.currentTarget)}
          >
            <Icon name="smile" />
          </button>
          {thread && (
            <label class="also">
              <input
                type="checkbox"
                checked={broadcast}
                onChange={(event) => setBroadcast(event.currentTarget.checked)}
              />
              Also send to channel
            </label>
          )}
          <button
            type="button"
            class="send"
            aria-label="Send message"
            disabled={!text.trim() && files.length === 0}
            onClick={() => void send()}
          >
            <Icon name="send" />
          </button>
        </div>
      </div>
      {anchor && (
        <EmojiPicker
          anchor={anchor}
          onClose={() => setAnchor(null)}
          onPick={(_name, character) => {
            const next = text.slice(0, caret) + character;
            write(next + text.slice(caret), next.length);
          }}
        />
      )}
    </div>
  );
}
