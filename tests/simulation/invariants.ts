import { attachmentsShown } from "./attachments_shown.ts";
import { marksTell } from "./marks_of_texts.ts";
import {
  inOrder,
  lostIsLeft,
  oneCard,
  pointersHold,
  shownOnce,
} from "./received_texts.ts";
import { planKept, usageCounted } from "./plan_kept.ts";
import {
  blockedCounted,
  consentKnown,
  nothingToTheQuiet,
  quietAsPromised,
} from "./quiet_kept.ts";
import { questionsEnd } from "./questions_end.ts";
import { reminded } from "./reminders.ts";
import type { Invariant, Seen } from "./seen.ts";
import {
  departureShown,
  nothingElseSent,
  nothingInternalSent,
  sentOnce,
} from "./sent_texts.ts";
import { pinsTell, queueTells } from "./waiting_pins.ts";
import { cardsTell, waitingIsOpen } from "./work_told.ts";

/** Functions whose run goes on as long as their form is open. */
export const FORMS = ["clerk", "do_not_disturb", "consent", "assign"];

/** What must hold once the world has come to rest. */
const INVARIANTS: Record<string, Invariant> = {
  shown_once: shownOnce,
  in_order: inOrder,
  attachments_shown: attachmentsShown,
  one_card: oneCard,
  lost_is_left: lostIsLeft,
  pointers_hold: pointersHold,
  sent_once: sentOnce,
  departure_shown: departureShown,
  nothing_else_sent: nothingElseSent,
  nothing_internal_sent: nothingInternalSent,
  marks_tell: marksTell,
  pins_tell: pinsTell,
  queue_tells: queueTells,
  plan_kept: planKept,
  usage_counted: usageCounted,
  nothing_to_the_quiet: nothingToTheQuiet,
  quiet_as_promised: quietAsPromised,
  blocked_counted: blockedCounted,
  consent_known: consentKnown,
  cards_tell: cardsTell,
  waiting_is_open: waitingIsOpen,
  reminded,
  questions_end: questionsEnd,
  runs_end_well: runsEndWell,
};

/** A place where an invariant does not hold. */
export interface Violation {
  invariant: string;
  sentence: string;
}

export function violations(seen: Seen): Violation[] {
  return Object.entries(INVARIANTS).flatMap(([invariant, holds]) =>
    [...holds(seen)].map((sentence) => ({ invariant, sentence }))
  );
}

/**
 * How it ends where Slack's runtime is refused for haste as it reports that a run is over, which no function hears of:
 * the run has done all it does by then. The app's own calls fail under another name.
 */
const NOT_REPORTED = /(^| )Error: 429: /;

/** No run ended in an unhandled fault. What we killed is not counted, nor what ran out of time while things went wrong. */
function* runsEndWell({ runs, unhandled, calmSince }: Seen): Generator<string> {
  yield* unhandled.filter((fault) => !NOT_REPORTED.test(fault));
  for (const { callback_id, state, error, started } of runs) {
    const isOurs = error?.startsWith("Killed: ") ||
      NOT_REPORTED.test(error ?? "") ||
      (state === "timed_out" && started < calmSince);
    const isOpen = state === "running" && FORMS.includes(callback_id);
    if (state === "completed" || isOurs || isOpen) continue;
    yield `${callback_id} is ${state}: ${error}`;
  }
}
