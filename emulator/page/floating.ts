import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * Puts an element of `position: fixed` below its anchor, or above where there is more room, and inside the window.
 * Placed anew after every drawing, since what it holds may have grown.
 */
export function useFloating(
  floating: RefObject<HTMLElement | null>,
  anchor: HTMLElement | null | undefined,
): void {
  useLayoutEffect(() => {
    const element = floating.current;
    if (!element || !anchor) return;
    const place = anchor.getBoundingClientRect();
    const below = innerHeight - place.bottom - 8;
    const above = place.top - 8;
    const up = below < Math.min(element.scrollHeight, 280) && above > below;
    const { style } = element;
    style.maxHeight = `${Math.max(120, Math.min(360, up ? above : below))}px`;
    style.minWidth = `${Math.min(place.width, innerWidth - 16)}px`;
    style.left = `${
      Math.max(8, Math.min(place.left, innerWidth - element.offsetWidth - 8))
    }px`;
    style.top = up ? "auto" : `${place.bottom + 4}px`;
    style.bottom = up ? `${innerHeight - place.top + 4}px` : "auto";
  });
}
