/** What is being looked at; kept in the URL's fragment, so that a reload or a link shows the same. */
export interface Address {
  person: string;
  channel: string;
  /** The `ts` of the thread's parent; empty when no thread is open. */
  thread: string;
  /** The `ts` of a message to show and mark; empty for the newest. */
  message: string;
  /** On a narrow screen only one of them has room. */
  tab: "slack" | "phones";
}

export function readAddress(fragment: string): Address {
  const given = new URLSearchParams(fragment.replace(/^#/, ""));
  return {
    person: given.get("person") ?? "",
    channel: given.get("channel") ?? "",
    thread: given.get("thread") ?? "",
    message: given.get("message") ?? "",
    tab: given.get("tab") === "phones" ? "phones" : "slack",
  };
}

export function writeAddress(address: Address): string {
  const kept = Object.entries(address).filter(([, value]) => value);
  return `#${new URLSearchParams(kept)}`;
}

/** Where a link into Slack leads: a message by its permalink, or a shortcut to be run. */
export type SlackLink =
  | { kind: "message"; to: Pick<Address, "channel" | "thread" | "message"> }
  | { kind: "shortcut"; triggerId: string };

/** Null for a link that leads out of Slack. */
export function readSlackLink(url: string): SlackLink | null {
  const parsed = URL.parse(url);
  if (!parsed) return null;
  const shortcut = /^\/shortcuts\/(Ft\w+)/.exec(parsed.pathname);
  if (shortcut?.[1]) return { kind: "shortcut", triggerId: shortcut[1] };
  const archive = /^\/archives\/(\w+)(?:\/p(\d{10})(\d{6}))?\/?$/.exec(
    parsed.pathname,
  );
  if (!archive) return null;
  const [, channel = "", seconds, micros] = archive;
  const message = seconds ? `${seconds}.${micros}` : "";
  const thread = parsed.searchParams.get("thread_ts") ?? "";
  return { kind: "message", to: { channel, thread, message } };
}
