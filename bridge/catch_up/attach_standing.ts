import type { CarrierText, Ends, Place, ThreadMessage } from "../ports.ts";
import { showAttachments } from "../texts/show_attachments.ts";
import { RUN_LIFE, SKEW } from "../timing.ts";

/**
 * Shows what came with texts that stand in a place: their run may have died before it had, or the carrier gave no answer.
 * @param messages what stands there.
 * @param listed what came lately, in the carrier's order. A catch-up that tried in vain may have been the last to list a text.
 * @param isMoved whether older ones may have been brought there by a run that died before their files came.
 */
export async function attachStanding(
  ends: Ends,
  place: Place,
  messages: ThreadMessage[],
  listed: CarrierText[],
  isMoved = false,
): Promise<void> {
  const stand = new Set(messages.flatMap(({ sid }) => sid ?? []));
  const known = new Set(listed.map(({ sid }) => sid));
  const tried = triedInVain(messages);
  const sought = [...stand].filter((sid) =>
    !known.has(sid) && (isMoved || tried.has(sid))
  );
  const older = await unlisted(ends, place, sought);
  const lately = listed.filter(({ sid }) => stand.has(sid));
  await showAttachments(ends, place, [...older, ...lately], messages);
}

/** The texts of which something is said to miss that is to be tried again. */
function triedInVain(messages: ThreadMessage[]): Set<string> {
  return new Set(
    messages.flatMap(({ attachment }) =>
      attachment?.state === "missing yet" ? [attachment.text] : []
    ),
  );
}

/** What the carrier has of texts; with what a run may still be busy with the next catch-up is trusted. */
async function unlisted(
  { carrier, clock }: Ends,
  { line, contact }: Place,
  sids: string[],
): Promise<CarrierText[]> {
  if (sids.length === 0) return [];
  const now = clock.now();
  const texts = await carrier.textsFrom(contact, line);
  return texts.filter(({ sid, createdAt }) =>
    sids.includes(sid) && now - createdAt > RUN_LIFE + SKEW
  );
}
