import { isClaimed, isMarked, isTaken, mirrorsOf } from "../outgoing.ts";
import { leaveLost } from "../places/leave_lost.ts";
import type {
  CarrierText,
  Conversation,
  Ends,
  Place,
  ThreadMessage,
} from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { tsToMs } from "../sms/place.ts";
import { fail } from "../texts/explain_failure.ts";
import { unowned } from "../texts/find_departed.ts";
import { FATE_KNOWN } from "../timing.ts";

/**
 * Tells of texts whose runs died, and which stand in a direct channel that is lost now: nothing can be claimed or marked
 * there any more. Each is shown once more where its conversation goes on, with the reason and Retry. Of a `send` line its
 * author is told.
 * @param lost the channel, with its messages.
 * @returns whether the conversation has gone elsewhere for it.
 */
export async function tellOfLost(
  ends: Ends,
  lost: Place & { messages: ThreadMessage[] },
  conversation: Conversation,
  sent: CarrierText[],
): Promise<boolean> {
  const { clock, desk } = ends;
  const { messages } = lost;
  const rows = await ends.messages.findAll(sent.map(({ sid }) => sid));
  let home = conversation;
  for (const copy of messages) {
    const { request, text, ts } = copy;
    const isOpen = request !== null && !isMarked(copy) &&
      mirrorsOf(copy).length === 0 && clock.now() - tsToMs(ts) > FATE_KNOWN &&
      !rows.some(({ spots }) => spots.some((spot) => spot.ts === ts));
    if (!isOpen) continue;
    const hasLeft = isClaimed(copy) &&
      await unowned(ends, sent, messages, copy, text, isTaken);
    if (hasLeft) continue;
    if (home.channel === lost.channel) home = await leaveLost(ends, home);
    const shown = async () =>
      (await desk.thread(home, tsToMs(ts))).messages
        .find((each) => each.request === request && each.text === text);
    if (await shown()) continue;
    const spot = await desk.showDeparture(home, {
      body: text,
      by: null,
      request,
    });
    // Of several who tell at the same moment the first one stands.
    const first = await shown();
    if (first && first.ts !== spot.ts) await desk.remove(spot);
    else await fail(ends, { place: home, spot, mirrors: [] }, channelLost());
  }
  return home !== conversation;
}

const channelLost = () =>
  new Refusal(
    "This text did not leave: I was interrupted, and then its direct channel was lost.",
    "Press Retry to send it now.",
    true,
  );
