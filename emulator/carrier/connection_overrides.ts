/**
 * How a webhook is retried, as its URL's fragment says: `#rc=5&rp=all`.
 * https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export interface ConnectionOverrides {
  /** Milliseconds for one answer. */
  readTimeout: number;
  /** Milliseconds for all tries together. */
  totalTimeout: number;
  retries: number;
  /** Which failures are tried again. */
  retryOn: Set<"4xx" | "5xx" | "ct" | "rt">;
}

const EVERY = ["4xx", "5xx", "ct", "rt"] as const;

export function connectionOverrides(url: string): ConnectionOverrides {
  const said = new URLSearchParams(url.split("#", 2)[1] ?? "");
  const policy = (said.get("rp") ?? "ct").split(",");
  return {
    readTimeout: within(said.get("rt"), 15_000, 100, 15_000),
    totalTimeout: within(said.get("tt"), 15_000, 100, 15_000),
    retries: within(said.get("rc"), 1, 0, 5),
    retryOn: new Set(
      EVERY.filter((kind) => policy.includes(kind) || policy.includes("all")),
    ),
  };
}

function within(
  text: string | null,
  usual: number,
  least: number,
  most: number,
): number {
  const value = text === null ? NaN : Number(text);
  return Number.isInteger(value) && value >= least && value <= most
    ? value
    : usual;
}
