/** Where a conversation lives: a thread of a shared channel, or a whole direct channel. */
export interface Place {
  channel: string;
  /** The `ts` of the thread's parent; absent for a direct channel. */
  threadTs?: string;
}

/** What a place is filed under: `C…:ts` for a thread, `C…` for a direct channel. */
export function placeKey(channel: string, threadTs?: string): string {
  return threadTs ? messageKey(channel, threadTs) : channel;
}

/** The place a key was made of. */
export function parsePlaceKey(key: string): Place {
  const colon = key.indexOf(":");
  if (colon < 0) return { channel: key };
  return { channel: key.slice(0, colon), threadTs: key.slice(colon + 1) };
}

/** What one Slack message is filed under: a `ts` is unique in its channel only. */
export function messageKey(channel: string, ts: string): string {
  return `${channel}:${ts}`;
}

/**
 * The address that opens a thread in Slack, as `chat.getPermalink` gives it for what stands in one.
 * @param workspace the workspace's own address, with a slash at its end.
 */
export function threadAddress(
  workspace: string,
  channel: string,
  ts: string,
): string {
  const path = `archives/${channel}/p${ts.replace(".", "")}`;
  return `${workspace}${path}?thread_ts=${ts}&cid=${channel}`;
}

/** The address that opens a channel in Slack. @param workspace as for {@link threadAddress}. */
export function channelAddress(workspace: string, channel: string): string {
  return `${workspace}archives/${channel}`;
}

/** Orders two Slack `ts` as `sort` wants it: negative when `a` was posted before `b`. */
export function compareTs(a: string, b: string): number {
  const [secondsOfA, microsOfA] = partsOf(a);
  const [secondsOfB, microsOfB] = partsOf(b);
  return secondsOfA - secondsOfB || microsOfA - microsOfB;
}

/** When a Slack `ts` was given, in milliseconds since the Unix epoch. */
export function tsToMs(ts: string): number {
  const [seconds, micros] = partsOf(ts);
  return seconds * 1000 + Math.floor(micros / 1000);
}

// Not one number: seconds and microseconds together need more digits than a double keeps apart safely.
function partsOf(ts: string): [seconds: number, micros: number] {
  const match = /^(\d+)(?:\.(\d{1,6}))?$/.exec(ts);
  if (!match) throw new TypeError(`not a Slack ts: ${ts}`);
  return [Number(match[1]), Number((match[2] ?? "").padEnd(6, "0"))];
}

/** The message a key was made of. */
export function parseMessageKey(key: string): { channel: string; ts: string } {
  const { channel, threadTs: ts = "" } = parsePlaceKey(key);
  return { channel, ts };
}
