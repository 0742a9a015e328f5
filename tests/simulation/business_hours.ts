const HOUR = 3_600_000;

/** What the team is reminded after, and when it works. */
export interface Reminding {
  /** Minutes of business hours. */
  after: number;
  /** Full hours by the office's own clocks, from Monday to Friday. */
  opens: number;
  closes: number;
}

/** Where the office is. */
const CLOCK = new Intl.DateTimeFormat("en-US", {
  timeZone: "America/Los_Angeles",
  weekday: "short",
  hour: "numeric",
  hourCycle: "h23",
});

/** When so many milliseconds of business hours have passed since a moment; Infinity if that is not within a day. */
export function afterBusiness(
  from: number,
  ms: number,
  hours: Reminding,
): number {
  let left = ms;
  for (let at = from; at < from + 24 * HOUR;) {
    const next = at - at % HOUR + HOUR;
    if (isOpen(at, hours)) {
      if (left <= next - at) return at + left;
      left -= next - at;
    }
    at = next;
  }
  return Infinity;
}

function isOpen(at: number, { opens, closes }: Reminding): boolean {
  const parts = CLOCK.formatToParts(at);
  const part = (type: string) =>
    parts.find((each) => each.type === type)?.value ?? "";
  const hour = Number(part("hour"));
  return !part("weekday").startsWith("S") && hour >= opens && hour < closes;
}
