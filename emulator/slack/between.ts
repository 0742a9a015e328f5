import type { Message } from "./messages.ts";

/** Messages between two timestamps; the ends themselves only if `inclusive`. */
export function between(
  messages: readonly Message[],
  range: { oldest?: string; latest?: string; inclusive?: boolean },
): readonly Message[] {
  if (!range.oldest && !range.latest) return messages;
  const oldest = range.oldest ? Number(range.oldest) : -Infinity;
  const latest = range.latest ? Number(range.latest) : Infinity;
  return messages.filter(({ ts }) => {
    const at = Number(ts);
    return range.inclusive
      ? at >= oldest && at <= latest
      : at > oldest && at < latest;
  });
}
