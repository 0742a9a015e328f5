import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useFloating } from "./floating.ts";

export interface MenuItem {
  text: string;
  danger?: boolean;
  run(): void;
}

/** A menu beside the button that opened it: arrow keys move, Escape and a press elsewhere close. */
export function Menu(
  { label, anchor, items, onClose }: {
    label: string;
    anchor: HTMLElement | null;
    items: MenuItem[];
    onClose(): void;
  },
): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useFloating(list, anchor);

  useEffect(() => {
    list.current?.querySelector("button")?.focus();
    const away = (event: PointerEvent) => {
      if (!(event.target instanceof Node)) return;
      if (list.current?.contains(event.target)) return;
      if (!anchor?.contains(event.target)) onClose();
    };
    addEventListener("pointerdown", away);
    return () => removeEventListener("pointerdown", away);
  }, []);

  function move(event: KeyboardEvent) {
    const buttons = [...list.current?.querySelectorAll("button") ?? []];
    const at = buttons.findIndex((one) => one === document.activeElement);
    const to =
      { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Escape" || event.key === "Tab") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
      anchor?.focus();
    } else if (to !== undefined) {
      event.preventDefault();
      buttons.at(to % buttons.length)?.focus();
    }
  }

  return (
    <div
      ref={list}
      class="menu"
      role="menu"
      aria-label={label}
      onKeyDown={move}
    >
      {items.map((item) => (
        <button
          type="button"
          role="menuitem"
          class={item.danger ? "danger" : undefined}
          onClick={() => {
            onClose();
            anchor?.focus();
            item.run();
          }}
        >
          {item.text}
        </button>
      ))}
    </div>
  );
}
