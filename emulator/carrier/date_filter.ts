/** Which messages a list call wants by date: milliseconds since the Unix epoch, `from` included, `until` excluded. */
export interface DateRange {
  from: number;
  until: number;
}

/**
 * Reads `DateSent`, `DateSent>` and `DateSent<`: a GMT day, or a time with seconds.
 * https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources
 */
export function dateRange(query: URLSearchParams): DateRange {
  const range = { from: -Infinity, until: Infinity };
  const on = spanOf(query.get("DateSent"));
  const after = spanOf(query.get("DateSent>"));
  const before = spanOf(query.get("DateSent<"));
  for (const span of [on, after]) {
    if (span) range.from = Math.max(range.from, span.from);
  }
  for (const span of [on, before]) {
    if (span) range.until = Math.min(range.until, span.until);
  }
  return range;
}

function spanOf(text: string | null): DateRange | undefined {
  if (!text) return undefined;
  const from = Date.parse(text);
  if (Number.isNaN(from)) return undefined;
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const start = isDay ? from : Math.floor(from / 1_000) * 1_000;
  return { from: start, until: start + (isDay ? 86_400_000 : 1_000) };
}
