import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import type { TextElement } from "./block_kit.ts";
import { labelled, type Labelling } from "./labelling.ts";
import { useSurface } from "./surface.ts";
import { plainText } from "./text.tsx";

/** Which keys a touch screen offers. */
const keyboards = {
  plain_text_input: "text",
  rich_text_input: "text",
  number_input: "decimal",
  email_text_input: "email",
  url_text_input: "url",
} as const;

/** How long after the last keystroke an app that asked for every character hears of them, in milliseconds. */
const typingPause = 250;

/** One line or several of text; tells the app of Enter or of typing where the block dispatches. */
export function TextField(
  { element, blockId, dispatches, labelling }: {
    element: TextElement;
    blockId: string;
    dispatches: boolean;
    labelling: Labelling;
  },
): JSX.Element {
  const surface = useSurface();
  const place = { blockId, actionId: element.action_id };
  const pending = useRef<ReturnType<typeof setTimeout>>(undefined);
  const field = useRef<HTMLElement>(null);
  const occasions = element.dispatch_action_config?.trigger_actions_on ??
    ["on_enter_pressed"];
  const held = surface.valueOf(place);
  const value = typeof held === "string" ? held : "";

  useEffect(() => {
    if (element.focus_on_load) field.current?.focus();
    return () => clearTimeout(pending.current);
  }, []);

  function type(typed: string) {
    surface.hold(place, typed);
    if (!dispatches || !occasions.includes("on_character_entered")) return;
    clearTimeout(pending.current);
    pending.current = setTimeout(
      () => void surface.act(place, typed),
      typingPause,
    );
  }

  function pressKey(event: KeyboardEvent) {
    if (event.key !== "Enter" || event.isComposing) return;
    if (!dispatches || !occasions.includes("on_enter_pressed")) return;
    if (isLong && event.shiftKey) return;
    event.preventDefault();
    void surface.act(place, value);
  }

  const isLong = element.type === "rich_text_input" ||
    element.multiline === true;
  const placeholder = element.placeholder && plainText(element.placeholder);
  const left = element.max_length === undefined
    ? null
    : element.max_length - value.length;
  const shared = {
    ...labelled(labelling, element),
    class: "field",
    placeholder,
    value,
    onKeyDown: pressKey,
  };
  return (
    <div class="text-field">
      {isLong
        ? (
          <textarea
            {...shared}
            ref={(one) => {
              field.current = one;
            }}
            rows={4}
            onInput={(event) => type(event.currentTarget.value)}
          />
        )
        : (
          <input
            {...shared}
            ref={(one) => {
              field.current = one;
            }}
            type="text"
            inputMode={keyboards[element.type]}
            autocomplete="off"
            onInput={(event) => type(event.currentTarget.value)}
          />
        )}
      {left !== null && left < 100 && (
        <span class={left < 0 ? "count over" : "count"} aria-hidden="true">
          {left}
        </span>
      )}
    </div>
  );
}
