import type { Clock } from "../clock.ts";
import type { Message, Status } from "./message.ts";
import type { PhoneState } from "./phone.ts";

/** Milliseconds after creation at which each status is reached. */
export interface LadderDelays {
  sending: number;
  sent: number;
  delivered: number;
  undelivered: number;
}

export const USUAL_DELAYS: LadderDelays = {
  sending: 150,
  sent: 400,
  delivered: 1_200,
  undelivered: 1_500,
};

/** Why a text does not arrive. https://www.twilio.com/docs/api/errors */
const WHY: Partial<Record<PhoneState, number>> = {
  off: 30003,
  blocked: 30004,
  unknown: 30005,
  landline: 30006,
  // Who texts STOP while a text is on its way.
  opted_out: 21610,
};

/** Leads outbound texts from queued to their end, in time; the phone's state at the end decides which. */
export class Ladder {
  constructor(
    private readonly clock: Clock,
    private readonly delays: LadderDelays,
    private readonly phoneState: (number: string) => PhoneState,
    private readonly reached: (
      message: Message,
      status: Status,
      errorCode: number | null,
    ) => void,
  ) {}

  /** Also takes up a text that a restart left half-way. */
  climb(message: Message): void {
    const at = (ms: number, step: () => void) =>
      this.clock.after(message.created + ms - this.clock.now(), step);
    const { delays } = this;
    const rungs: Status[] = ["queued", "sending", "sent"];
    const rung = rungs.indexOf(message.status);
    if (rung < 0) return;
    if (rung < 1) {
      at(delays.sending, () => this.reached(message, "sending", null));
    }
    if (rung < 2) at(delays.sent, () => this.reached(message, "sent", null));
    at(delays.delivered, () => {
      const why = WHY[this.phoneState(message.to)];
      if (why === undefined) this.reached(message, "delivered", null);
      else {
        at(delays.undelivered, () => this.reached(message, "undelivered", why));
      }
    });
  }
}
