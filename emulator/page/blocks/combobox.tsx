import { Fragment, type JSX } from "preact";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { useFloating } from "../floating.ts";
import { Icon } from "../icon.tsx";
import { labelled, type Labelling } from "./labelling.ts";

export interface Choice {
  value: string;
  text: string;
  description?: string;
  /** A character or a coloured initial before the text. */
  mark?: JSX.Element;
  /** The heading it stands under; choices of one group are neighbours. */
  group?: string;
}

interface ComboboxProps {
  choices: Choice[];
  /** What is chosen now, in the order of choosing. Chosen values need not be among the choices any more. */
  chosen: string[];
  many: boolean;
  placeholder: string;
  /** What a list without choices says instead of “No results”. */
  emptyWords?: string | undefined;
  labelling: Labelling;
  focused?: boolean;
  /** The name of a chosen value. */
  nameOf(value: string): string;
  /** Called with what is typed when someone else does the searching; otherwise the choices are filtered here. */
  onSearch?(typed: string): void;
  /** Called at each choice; `open` while more may follow. */
  onChoose(chosen: string[], open: boolean): void;
  /** Called when a list in which several could be chosen closes. */
  onClosed?(): void;
}

/** A list to pick from that is searched by typing; https://www.w3.org/WAI/ARIA/apg/patterns/combobox */
export function Combobox(props: ComboboxProps): JSX.Element {
  const { choices, chosen, many, labelling, nameOf } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const listId = useId();
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  useFloating(list, box.current);

  const open = typed !== null;
  const wanted = (typed ?? "").trim().toLowerCase();
  const shown = choices.filter(({ text, value }) =>
    !(many && chosen.includes(value)) &&
    (props.onSearch || text.toLowerCase().includes(wanted))
  );

  useEffect(() => {
    if (props.focused) input.current?.focus();
  }, []);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest" });
  }, [active, open]);

  function search(text: string) {
    setTyped(text);
    setActive(0);
    props.onSearch?.(text);
  }

  function close() {
    if (open && many) props.onClosed?.();
    setTyped(null);
  }

  function choose(value: string) {
    props.onChoose(many ? [...chosen, value] : [value], many);
    setTyped(many ? "" : null);
  }

  function pressKey(event: KeyboardEvent) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return search("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((active + step + shown.length) % Math.max(1, shown.length));
    } else if (event.key === "Enter" && open) {
      event.preventDefault();
      const choice = shown[active];
      if (choice) choose(choice.value);
    } else if (event.key === "Escape" && open) {
      // Only the list closes, not the modal around it.
      event.preventDefault();
      event.stopPropagation();
      close();
    } else if (event.key === "Backspace" && many && !typed) {
      props.onChoose(chosen.slice(0, -1), open);
    }
  }

  const single = !many && chosen[0] !== undefined ? nameOf(chosen[0]) : "";
  return (
    <div class="combobox" ref={box} onClick={() => input.current?.focus()}>
      {many && chosen.map((value) => (
        <span class="chip">
          {nameOf(value)}
          <button
            type="button"
            aria-label={`Remove ${nameOf(value)}`}
            onClick={() =>
              props.onChoose(chosen.filter((one) => one !== value), open)}
          >
            <Icon name="close" />
          </button>
        </span>
      ))}
      <input
        {...labelled(labelling, { focus_on_load: props.focused })}
        ref={input}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && shown[active]
          ? `${listId}-${active}`
          : undefined}
        autocomplete="off"
        placeholder={many && chosen.length > 0
          ? ""
          : single || props.placeholder}
        value={typed ?? single}
        onInput={(event) => search(event.currentTarget.value)}
        onClick={() => open || search("")}
        onKeyDown={pressKey}
        onBlur={close}
      />
      <Icon name="down" />
      {open && (
        <div
          class="options"
          id={listId}
          ref={list}
          role="listbox"
          aria-label={labelling.label ?? "Options"}
          // A press must not take the focus from the field: that would close the list before the click.
          onMouseDown={(event) => event.preventDefault()}
        >
          {shown.map((choice, index) => (
            <Fragment key={choice.value}>
              {choice.group && choice.group !== shown[index - 1]?.group && (
                <div class="group" role="presentation">{choice.group}</div>
              )}
              <div
                id={`${listId}-${index}`}
                class="option"
                role="option"
                aria-selected={index === active}
                onMouseMove={() => setActive(index)}
                onClick={(event) => {
                  event.stopPropagation();
                  choose(choice.value);
                }}
              >
                {choice.mark}
                <span>{choice.text}</span>
                {choice.description && <small>{choice.description}</small>}
              </div>
            </Fragment>
          ))}
          {shown.length === 0 && (
            <div class="nothing">{props.emptyWords ?? "No results"}</div>
          )}
        </div>
      )}
    </div>
  );
}
