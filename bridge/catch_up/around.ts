import type { CarrierText, Message, ThreadMessage } from "../ports.ts";

/** What was read of a conversation, to settle what goes out of it. */
export interface Around {
  messages: ThreadMessage[];
  sent: CarrierText[];
  rows: Message[];
  /** Whether another catch-up that sends at this moment has been given the time to. */
  hasWaited: boolean;
}
