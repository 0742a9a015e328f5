import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import { Icon } from "../icon.tsx";
import { Menu } from "../menu.tsx";
import type { OverflowElement } from "./block_kit.ts";
import { useSurface } from "./surface.ts";
import { plainText } from "./text.tsx";
import { useConfirmed } from "./use_confirmed.tsx";

/** The "…" button with a menu behind it. */
export function Overflow(
  { element, blockId }: { element: OverflowElement; blockId: string },
): JSX.Element {
  const surface = useSurface();
  const desk = useDesk();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { ask, dialog } = useConfirmed(element.confirm);
  return (
    <span class="overflow">
      <button
        ref={button}
        type="button"
        class="button square"
        aria-label="More options"
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open && (
        <Menu
          label="More options"
          anchor={button.current}
          items={element.options.map((option) => ({
            text: plainText(option.text),
            run() {
              if (option.url && !desk.follow(option.url)) {
                globalThis.open(option.url, "_blank", "noreferrer");
              }
              const place = { blockId, actionId: element.action_id };
              ask(() => void surface.act(place, option.value));
            },
          }))}
          onClose={() => setOpen(false)}
        />
      )}
      {dialog}
    </span>
  );
}
