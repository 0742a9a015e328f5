import { refuse } from "./refusal.ts";

/** One page of a list, and the cursor of the next. */
export interface Page<Item> {
  items: Item[];
  /** Empty on the last page, as Slack gives it. */
  next_cursor: string;
}

/** Cuts a page out of a list. A cursor says, in base64, which item comes next. */
export function paginate<Item>(
  list: readonly Item[],
  limit: number,
  cursor: string | undefined,
): Page<Item> {
  const start = cursor ? placeOf(cursor) : 0;
  const end = start + limit;
  return {
    items: list.slice(start, end),
    next_cursor: end < list.length ? btoa(`next:${end}`) : "",
  };
}

function placeOf(cursor: string): number {
  try {
    const place = /^next:(\d+)$/.exec(atob(cursor))?.[1];
    if (place !== undefined) return Number(place);
  } catch {
    // Not base64: the same answer as for any other cursor that Slack never gave out.
  }
  return refuse("invalid_cursor");
}

/** Keeps `limit` within what a method allows; `invalid_limit` otherwise. */
export function checkLimit(
  limit: number | undefined,
  usual: number,
  most: number,
): number {
  if (limit === undefined) return usual;
  if (limit < 1 || limit > most) refuse("invalid_limit");
  return limit;
}
