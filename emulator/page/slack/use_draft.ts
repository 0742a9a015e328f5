import type { RefObject } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";

/** What is being written in a field that grows with it, and where the caret is. */
export interface Draft {
  field: RefObject<HTMLTextAreaElement | null>;
  text: string;
  caret: number;
  /** Puts another text there, and the caret and the focus in it. */
  write(next: string, at: number): void;
  /** The caret was moved by hand. */
  moveTo(at: number): void;
  /** Takes over what was typed in the field. */
  follow(element: HTMLTextAreaElement): void;
  /** Gives back what could not be sent, unless more was typed meanwhile. */
  restore(lost: string): void;
  /** Puts a mark on both sides of what is selected. */
  wrap(mark: string): void;
}

/** Keeps a draft and its field together. */
export function useDraft(): Draft {
  const [text, setText] = useState("");
  const [caret, setCaret] = useState(0);
  const field = useRef<HTMLTextAreaElement>(null);
  const caretTo = useRef<number | null>(null);

  useEffect(() => {
    const element = field.current;
    if (!element) return;
    element.style.height = "auto";
    element.style.height = `${element.scrollHeight}px`;
  }, [text]);
  // With the very drawing that gives the field its new text: the next key must find the caret there.
  useLayoutEffect(() => {
    const at = caretTo.current;
    if (at === null) return;
    caretTo.current = null;
    field.current?.focus();
    field.current?.setSelectionRange(at, at);
  });

  function write(next: string, at: number) {
    setText(next);
    setCaret(at);
    caretTo.current = at;
  }

  return {
    field,
    text,
    caret,
    write,
    moveTo: setCaret,
    follow(element) {
      setText(element.value);
      setCaret(element.selectionStart);
    },
    restore: (lost) => setText((now) => now || lost),
    wrap(mark) {
      const { selectionStart, selectionEnd } = field.current ??
        { selectionStart: caret, selectionEnd: caret };
      const inner = text.slice(selectionStart, selectionEnd);
      write(
        text.slice(0, selectionStart) + mark + inner + mark +
          text.slice(selectionEnd),
        selectionStart + inner.length + (inner ? 2 : 1),
      );
    },
  };
}
