import type { PhoneChange } from "./carrier/carrier.ts";
import type { Change as SlackChange } from "./slack/changes.ts";

/** Something that a watcher sees change; a `call` is an API call that has ended. */
export type Change = SlackChange | PhoneChange | { kind: "call"; seq: number };
