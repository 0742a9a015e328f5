import type { CarrierText, Conversation, Ends, Known } from "../ports.ts";
import { tsToMs } from "../sms/place.ts";
import { type State, stateAfterInbound } from "../sms/work.ts";
import { SETTLED, SKEW } from "../timing.ts";

/**
 * Takes the pin off that texts were taken along with, where somebody put their conversation off or was done with it
 * while it moved: they had read them, and found no pin yet that they could take off.
 * @param before what was known when it began to move.
 * @param since when that was (milliseconds).
 */
export async function leaveSettled(
  { clock, conversations, desk }: Ends,
  taken: CarrierText[],
  place: Conversation,
  before: Known,
  since: number,
): Promise<void> {
  // Of what came later the state tells nothing: whoever showed it may have died before they could open it.
  const isOld = taken.every(({ createdAt }) => createdAt < since - SKEW);
  if (taken.length === 0 || !isOld || rests(before.work)) return;
  await clock.sleep(SETTLED);
  const known = await conversations.find(place.line, place.contact);
  const isThere = known.conversation?.ts === place.ts;
  if (!isThere || !rests(known.work)) return;
  const hasTexted = async () =>
    (await desk.thread(place)).messages.some((each) =>
      each.sid !== null && tsToMs(each.ts) > since &&
      !taken.some(({ sid }) => sid === each.sid)
    );
  if (await hasTexted()) return;
  await desk.unpin(place);
  // It was shown, and found the pin that was about to go.
  if (await hasTexted()) await desk.pin(place);
}

function rests({ state }: { state: State }): boolean {
  return stateAfterInbound(state) !== state;
}
