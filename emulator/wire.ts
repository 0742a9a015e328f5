import { type Clock, sleep } from "./clock.ts";
import type { PlainRequest } from "./plain_request.ts";

/** One API call on its way between a caller and an emulated vendor. */
export interface Call {
  side: "slack" | "carrier";
  method: string;
  caller: string;
  /** What is sent, where somebody could read it on the way. */
  request?: Request | PlainRequest;
}

/**
 * What lies between a caller and a vendor. `pass` carries the call there, lets the vendor `perform` it (the moment
 * when it takes effect), and carries the answer back. A simulation may perform it and lose the answer, or never perform it.
 */
export interface Wire {
  pass(call: Call, perform: () => Promise<Response>): Promise<Response>;
}

/** A wire that takes `ms` there and back in all, and loses nothing. */
export function steadyWire(clock: Clock, ms: number): Wire {
  return {
    async pass(_call, perform) {
      await sleep(clock, ms / 2);
      const answer = await perform();
      await sleep(clock, ms / 2);
      return answer;
    },
  };
}
