import type { JSX } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Avatar } from "../avatar.tsx";
import type { Offer, Suggestion } from "./suggestions.ts";

/** What the composer offers, above it; the arrow keys move in it while the focus stays in the text. */
export function SuggestionList(
  { id, offer, active, onTake }: {
    id: string;
    offer: Offer;
    /** The key of the one that Enter takes. */
    active: string;
    onTake(suggestion: Suggestion): void;
  },
): JSX.Element {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")
      ?.scrollIntoView({ block: "nearest" });
  }, [active]);
  return (
    <div class="suggestions">
      <div class="heading">{offer.heading}</div>
      <div id={id} ref={list} role="listbox" aria-label={offer.heading}>
        {offer.suggestions.map((one) => (
          <div
            key={one.key}
            id={`${id}-${one.key}`}
            class="suggestion"
            role="option"
            aria-selected={one.key === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onTake(one)}
          >
            {one.mark
              ? <span class="mark" aria-hidden="true">{one.mark}</span>
              : <Avatar id={one.key} name={one.title} size={26} />}
            <b>{one.title}</b>
            <small>{one.note}</small>
          </div>
        ))}
      </div>
    </div>
  );
}
