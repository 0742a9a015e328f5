import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { findEmoji } from "../emoji.ts";
import { useFloating } from "../floating.ts";

/** Emoji to choose from, searched by name. Escape and a press elsewhere close it. */
export function EmojiPicker(
  { anchor, onPick, onClose }: {
    anchor: HTMLElement;
    onPick(name: string, character: string): void;
    onClose(): void;
  },
): JSX.Element {
  const [typed, setTyped] = useState("");
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  useFloating(box, anchor);

  useEffect(() => {
    input.current?.focus();
    const away = (event: PointerEvent) => {
      if (!(event.target instanceof Node)) return;
      if (!box.current?.contains(event.target)) onClose();
    };
    addEventListener("pointerdown", away);
    return () => removeEventListener("pointerdown", away);
  }, []);

  const found = findEmoji(typed.replaceAll(":", ""));

  function pick(name: string, character: string) {
    onClose();
    anchor.focus();
    onPick(name, character);
  }

  return (
    <div
      ref={box}
      class="emoji-picker"
      role="dialog"
      aria-label="Emoji"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
        anchor.focus();
      }}
    >
      <input
        ref={input}
        class="field"
        aria-label="Search emoji"
        placeholder="Search all emoji"
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => {
          const first = found[0];
          if (event.key === "Enter" && first) pick(first.name, first.character);
        }}
      />
      <div class="grid">
        {found.slice(0, 120).map(({ name, character }) => (
          <button
            key={name}
            type="button"
            aria-label={name}
            title={`:${name}:`}
            onClick={() => pick(name, character)}
          >
            {character}
          </button>
        ))}
        {found.length === 0 && <p>No emoji of that name.</p>}
      </div>
    </div>
  );
}
