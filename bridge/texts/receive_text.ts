import { countBlocked, isBlocked } from "../consent/block_texts.ts";
import { hintAtOptOut } from "../consent/hint_at_opt_out.ts";
import { settleConsent } from "../consent/record_consent.ts";
import { changeWork } from "../places/change_work.ts";
import { routedChannel } from "../places/routed_channel.ts";
import type { CarrierText, Ends, Known, Opening } from "../ports.ts";
import { type Skip, skip } from "../refusal.ts";
import type { E164 } from "../sms/e164.ts";
import { stateAfterInbound } from "../sms/work.ts";
import { remindInTime } from "../team/arrange_reminder.ts";
import { startWorkflows } from "../team/start_workflows.ts";
import { tellOfText } from "../team/tell_of.ts";
import { GLANCE, PATIENCE, RUN_LIFE, SKEW } from "../timing.ts";
import { showAttachments } from "./show_attachments.ts";
import { isCall, showFirst, type Showing, showTexts } from "./show_texts.ts";
import { takeAnswer } from "./take_answer.ts";

/** What a ring says: somebody thinks that this text has come. It is a doorbell, never the visitor. */
export interface Ring {
  sid: string;
  contact: E164;
  line: E164;
  /** What the carrier says that it took the text as, whatever its words; null where it says nothing. */
  takenAs: "stop" | "start" | null;
}

/** A ring answered later than this may be one that was answered before: the thread is looked at first. */
const PROMPT = 10_000;

/** What became of a text: what was shown with it, and whether its pin is still to come. */
export type Received = Pick<Showing, "shown" | "moved" | "isPinDue">;

/**
 * Shows a text that the carrier has received, once, in its conversation's place and in the carrier's order.
 * Earlier texts of the conversation that nobody has shown are shown with it.
 * @param listed the conversation's latest texts, oldest first.
 * @throws faults of either end; the carrier keeps the text, so the next ring or catch-up can show it.
 */
export async function receiveText(
  ends: Ends,
  ring: Ring,
  listed: CarrierText[],
  known: Known,
): Promise<Received | Skip> {
  const { opening } = known;
  if (!opening) return skip("the line is not connected");
  const received = (await withRung(ends, listed, ring))
    .filter((text) => text.createdAt >= opening.since - SKEW);
  const rung = received.find((text) => text.sid === ring.sid);
  if (!rung) return skip("the carrier received no such text for this line");
  const showing = isBlocked(known, rung)
    ? skip("they are on Do Not Disturb")
    : await showRung(ends, ring, opening, known, received, rung);
  await settleConsent(ends, ring.line, known.standing, received, ring);
  const blocked = received.filter((text) => isBlocked(known, text));
  await countBlocked(ends, known, blocked);
  if (!("skipped" in showing)) await takeUp(ends, ring, known);
  const open = received.filter((text) => !blocked.includes(text));
  await takeAnswer(ends, known, open);
  if ("skipped" in showing) return showing;
  const { shown, moved, place, isPinDue } = showing;
  const stand = received.filter(({ sid }) => shown.includes(sid));
  await hintAtOptOut(ends, ring.line, ring.contact, stand);
  const [first] = stand;
  if (first && isCall(received, first)) await tellOfText(ends, place, known);
  // Last of all: many or big files may take most of a run's life, and so may a workflow that does not start.
  await Promise.all([
    showAttachments(ends, place, stand),
    startWorkflows(ends, known, place, stand),
    remindInTime(ends, known.rules),
  ]);
  return { shown, moved, isPinDue };
}

/** A text opens what was put off or done, and unfolds its card. */
async function takeUp(
  ends: Ends,
  { line, contact }: Ring,
  { work: { state, isHidden } }: Known,
): Promise<void> {
  const next = stateAfterInbound(state);
  if (next === state && !isHidden) return;
  const comesBack = { backAt: null, isHidden: false };
  await changeWork(ends, line, contact, { state: next, ...comesBack });
}

/** Shows the rung text, and what nobody has shown of those before it. */
async function showRung(
  ends: Ends,
  ring: Ring,
  opening: Opening,
  known: Known,
  received: CarrierText[],
  rung: CarrierText,
): Promise<Showing | Skip> {
  const texts = received.filter((text) => !isBlocked(known, text));
  let { conversation, before } = known;
  let waiting = notShown(texts, rung, before);
  const deadline = ends.clock.now() + PATIENCE;
  let waited = false;
  while (
    !ends.workingOff && othersAreAtWork(ends, waiting) &&
    ends.clock.now() < deadline
  ) {
    waited = true;
    await ends.clock.sleep(GLANCE);
    ({ conversation, before } = await ends.conversations.find(
      ring.line,
      ring.contact,
    ));
    waiting = notShown(texts, rung, before);
  }
  if (!waiting.includes(rung)) return skip("the text is shown already");

  const late = ends.clock.now() - rung.createdAt > PROMPT;
  if (!conversation) {
    const current = { ...known, before };
    const begins = routedChannel(opening, known, waiting[0]?.body ?? null);
    return await showFirst(ends, opening, current, texts, waiting, begins);
  }
  const doubtful = ends.workingOff?.isDoubtful ??
    (waited || late || waiting.length > 1);
  return await showTexts(ends, conversation, texts, waiting, doubtful);
}

/** The listed texts, with the rung one fetched by its id where the carrier's list has not caught up with it. */
async function withRung(
  { carrier }: Ends,
  listed: CarrierText[],
  ring: Ring,
): Promise<CarrierText[]> {
  if (listed.some((text) => text.sid === ring.sid)) return listed;
  const text = await carrier.text(ring.sid);
  const isTheirs = text?.inbound && text.from === ring.contact &&
    text.to === ring.line;
  return isTheirs ? [...listed, text] : listed;
}

function notShown(
  texts: CarrierText[],
  rung: CarrierText,
  shown: string[],
): CarrierText[] {
  return texts.slice(0, texts.indexOf(rung) + 1)
    .filter((text) => !shown.includes(text.sid));
}

/** Whether an earlier text is so young that the run it rang for may still be about to show it. */
function othersAreAtWork(
  { clock }: Ends,
  waiting: CarrierText[],
): boolean {
  return waiting.slice(0, -1).some((text) =>
    clock.now() - text.createdAt < RUN_LIFE + SKEW
  );
}
