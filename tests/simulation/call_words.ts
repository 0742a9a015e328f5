/** What is worth reading of a call's arguments, the most telling first. */
const TELLING = [
  "channel",
  "thread_ts",
  "ts",
  "timestamp",
  "name",
  "datastore",
  "id",
  "ids",
  "item",
  "metadata",
  "text",
  "To",
  "From",
  "Body",
  "DateSent>",
];

/** One API call in a line. */
export function callWords(
  input: string | URL | Request,
  init?: RequestInit,
): string {
  const url = new URL(input instanceof Request ? input.url : input);
  const method = url.pathname.startsWith("/api/")
    ? url.pathname.slice("/api/".length)
    : `${init?.method ?? "GET"} ${
      url.pathname.replace(/^.*\/AC[0-9a-f]{32}/, "").replace(".json", "")
    }`;
  const asked = init?.body instanceof URLSearchParams
    ? [...url.searchParams, ...init.body]
    : [...url.searchParams];
  const told = new Map(asked);
  const words = TELLING.flatMap((name) => {
    const value = told.get(name);
    return value === undefined ? [] : [`${name}=${shortened(value)}`];
  });
  return [method, ...words].join(" ");
}

function shortened(text: string): string {
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}
