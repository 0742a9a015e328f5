const USUAL_SIZE = 50;
const LARGEST_SIZE = 1_000;

/** One page of a REST list, with the links that the vendor's own client follows. */
export interface Page<Row> {
  rows: Row[];
  envelope: {
    end: number;
    first_page_uri: string;
    next_page_uri: string | null;
    page: number;
    page_size: number;
    previous_page_uri: string | null;
    start: number;
    uri: string;
  };
}

/** Cuts a page out of a walk; `walk` starts after the row that the page token names. */
export function pageOf<Row extends { sid: string }>(
  uri: string,
  query: URLSearchParams,
  walk: (after: string | undefined) => Iterable<Row>,
): Page<Row> {
  const asked = wholeNumber(query.get("PageSize"), USUAL_SIZE);
  const size = Math.min(Math.max(asked, 1), LARGEST_SIZE);
  const page = wholeNumber(query.get("Page"), 0);
  const after = query.get("PageToken")?.slice(2);
  const rows: Row[] = [];
  let more = false;
  for (const row of walk(after)) {
    more = rows.length === size;
    if (more) break;
    rows.push(row);
  }
  const link = (number: number, token?: string) => {
    const next = new URLSearchParams(query);
    next.set("PageSize", String(size));
    next.set("Page", String(number));
    next.delete("PageToken");
    if (token) next.set("PageToken", token);
    return `${uri}?${next}`;
  };
  const last = rows.at(-1);
  const start = page * size;
  const first = link(0);
  const token = query.get("PageToken") ?? undefined;
  return {
    rows,
    envelope: {
      end: start + Math.max(rows.length - 1, 0),
      first_page_uri: first,
      next_page_uri: more && last ? link(page + 1, `PA${last.sid}`) : null,
      page,
      page_size: size,
      // Pages are anchored to a row and only lead forward.
      previous_page_uri: null,
      start,
      uri: page === 0 && !token ? first : link(page, token),
    },
  };
}

function wholeNumber(text: string | null, usual: number): number {
  return text !== null && /^\d+$/.test(text) ? Number(text) : usual;
}
