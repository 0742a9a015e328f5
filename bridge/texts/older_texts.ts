import { isBlocked } from "../consent/block_texts.ts";
import type {
  CarrierText,
  Ends,
  Known,
  Place,
  ThreadMessage,
} from "../ports.ts";

/**
 * Adds to the latest texts of a contact those that stand among messages and came before them: catch-up lists what came
 * since the last one, and who works off a line what came lately.
 */
export async function withOlder(
  { carrier }: Ends,
  known: Known,
  { line, contact }: Place,
  latest: CarrierText[],
  messages: ThreadMessage[],
): Promise<CarrierText[]> {
  const sids = latest.map(({ sid }) => sid);
  const unlisted = messages.flatMap(({ sid }) =>
    sid && !sids.includes(sid) ? [sid] : []
  );
  if (unlisted.length === 0) return latest;
  const older = (await carrier.textsFrom(contact, line))
    .filter((text) => unlisted.includes(text.sid) && !isBlocked(known, text));
  return [...older, ...latest];
}
