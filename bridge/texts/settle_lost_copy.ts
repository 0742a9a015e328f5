import { isLost } from "../places/leave_lost.ts";
import type { Ends, Place, Spot } from "../ports.ts";
import { Refusal, skip } from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { markFor, MARKS } from "../sms/status.ts";
import { FATE_KNOWN } from "../timing.ts";
import { adoptRecord } from "./adopt_record.ts";
import type { Delivery } from "./deliver_message.ts";
import { findDeparted } from "./find_departed.ts";

/** The copy of a `send` line, and the line. */
export interface Copy {
  place: Place;
  spot: Spot;
  typed: Spot;
  body: string;
  by: string | null;
}

/**
 * Finds out what became of a `send` line's copy in a direct channel that is lost now: nothing can be claimed there any
 * more, so a text that has not left never will.
 * @param error what was said there.
 * @throws Refusal where it never left, and the error itself where that is not certain yet.
 */
export async function settleLostCopy(
  ends: Ends,
  { place, spot, typed, body, by }: Copy,
  error: unknown,
): Promise<Delivery> {
  const age = ends.clock.now() - tsToMs(spot.ts);
  if (!isLost(place, error) || age <= FATE_KNOWN) throw error;
  const marks = await ends.desk.marksOn(spot) ?? [];
  // The line bears no mark yet: why the copy was refused may have been told to nobody.
  const isRefused = marks.includes(markFor("failed")) &&
    !marks.includes(markFor("sent"));
  if (isRefused) throw neverLeft();
  if (marks.some((mark) => MARKS.includes(mark))) {
    return skip("the copy has been taken care of");
  }
  const departed = await findDeparted(ends, place, spot, body);
  if (!departed) throw neverLeft();
  const now = ends.clock.now();
  const spots = [spot, typed];
  const { sid, stage } = await adoptRecord(
    ends,
    place,
    spots,
    departed,
    now,
    by,
  );
  return { sid, stage };
}

const neverLeft = () =>
  new Refusal(
    "This text did not leave: I was interrupted, and then its direct channel was lost.",
    "Type it again to send it now.",
  );
