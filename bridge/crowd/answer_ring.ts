import type { Ends } from "../ports.ts";
import { type Skip, skip } from "../refusal.ts";
import {
  type Received,
  receiveText,
  type Ring,
} from "../texts/receive_text.ts";
import { LATE } from "../timing.ts";
import { unlessOut } from "../unless_out.ts";
import { isCrowd, workOffLine } from "./work_off_line.ts";

/**
 * Shows the text that somebody has rung for. When texts come to the line faster than Slack takes rings, whoever is
 * rung for shows all that has come, or leaves that to the run which is at it.
 */
export async function answerRing(
  ends: Ends,
  ring: Ring,
): Promise<Received | Skip> {
  const { carrier, conversations, clock } = ends;
  const { sid, contact, line, takenAs } = ring;
  const [listed, known] = await Promise.all([
    carrier.latestTo(line),
    conversations.find(line, contact),
  ]);
  const { opening, before } = known;
  if (!opening) return skip("the line is not connected");
  if (clock.now() < opening.workedOff.until && !takenAs) {
    return skip("another run shows what has come to this line");
  }
  const theirs = listed.filter(({ from }) => from === contact);
  if (!isCrowd(ends, listed)) {
    return await receiveText(ends, ring, theirs, known);
  }
  // One that stands behind others of its conversation would only wait for them.
  const isFirst = theirs.every((text) =>
    text.sid === sid || before.includes(text.sid)
  );
  const received = isFirst || takenAs
    ? await unlessOut(() => receiveText(ends, ring, theirs, known))
    : null;
  const all = { line, since: clock.now() - LATE, seen: [] };
  await workOffLine(ends, all, `${sid} ${clock.now()}`);
  return received ?? skip("whoever works off the line shows it");
}
