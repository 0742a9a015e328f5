import type { PlainRequest } from "../../emulator/plain_request.ts";

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
export function callWords(request: Request | PlainRequest): string {
  const { method: verb, body } = request;
  const url = new URL(request.url);
  const method = url.pathname.startsWith("/api/")
    ? url.pathname.slice("/api/".length)
    : `${verb} ${
      url.pathname.replace(/^.*\/AC[0-9a-f]{32}/, "").replace(".json", "")
    }`;
  const asked = body instanceof URLSearchParams
    ? [...url.searchParams, ...body]
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
