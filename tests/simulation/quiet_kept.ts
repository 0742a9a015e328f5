import { wantedIn } from "./contacts.ts";
import type { LoggedText } from "./picture.ts";
import type { Outcome } from "./outcome.ts";
import type { Ledger } from "./ledger.ts";
import type { Seen } from "./seen.ts";
import { described, triesOf } from "./sent_texts.ts";
import type { Standings } from "./standings.ts";

/** How far behind a datastore may be (milliseconds). */
const STALE = 1_000;

/** The carrier knows whole seconds only (milliseconds). */
const SECOND = 1_000;

/** For how long after it was looked at how a contact stands a text may still be created: a run's life and the slowest of calls. */
const ON_ITS_WAY = 80_000;

/** Nothing leaves to a contact of whom it was known that they are not to be texted, other than what was on its way. */
export function* nothingToTheQuiet({ standings, outcomes, ledger }: Seen) {
  for (const outcome of outcomes) {
    for (const text of outcome.texts) {
      const asked = askedAt(text, outcome, ledger);
      const from = Math.max(asked, text.created - ON_ITS_WAY) - STALE;
      const isBarred = standings.between(text.to, from, text.created)
        .every(({ isOptedOut, quietSince }) =>
          isOptedOut || quietSince !== null
        );
      const [wish] = outcome.wishes;
      if (isBarred && wish) {
        yield `left though they were not to be texted: ${described(wish)}`;
      }
    }
  }
}

/** The earliest moment at which somebody can have wanted this very text to leave. */
function askedAt(
  text: LoggedText,
  outcome: Outcome,
  ledger: Ledger,
): number {
  const { wishes, texts } = outcome;
  const first = Math.min(...wishes.map(({ at }) => at));
  if (wishes.length > 1 || text === texts[0]) return first;
  const tries = triesOf(outcome, ledger)
    .filter(({ at }) => at <= text.created);
  return tries.at(-1)?.at ?? first;
}

/** Whether a contact's text is to be shown, by when it came: not while they were on Do Not Disturb. */
export function isToBeShown(
  { from, created }: LoggedText,
  standings: Standings,
): boolean | "either" {
  const around = standings.quietTimes(from).filter((time) =>
    created >= time.from - SECOND - STALE && created <= time.until + SECOND
  );
  if (around.length === 0) return true;
  const isWithin =
    around.some((time) =>
      created >= time.from && created <= time.until - SECOND
    ) && standings.between(from, created - STALE, created)
      .every(({ quietSince }) => quietSince !== null);
  return isWithin ? false : "either";
}

/** Whoever texted STOP last is known as opted out; whoever texted START is not, unless the carrier or a teammate said otherwise. */
export function* consentKnown({ picture, standings, consents }: Seen) {
  for (const { number } of picture.phones) {
    const words = picture.log.flatMap((text) => {
      const wanted = wantedIn(text.body);
      const isTheirs = text.inbound && text.from === number;
      return isTheirs && wanted ? [{ ...text, wanted }] : [];
    });
    const last = words.at(-1);
    if (!last) continue;
    const { isOptedOut } = standings.now(number);
    const isOverruled = consents.some(({ contact, at, what }) =>
      contact === number && at >= last.created - SECOND &&
      (what === "opted out") !== (last.wanted === "stop")
    );
    if (isOverruled) continue;
    if (last.wanted === "stop" && !isOptedOut) {
      yield `${number} texted “${last.body}” and may be texted`;
    }
    // Who still stands as stopped with one line may be taken for opted out.
    const isAllStart = Map.groupBy(words, ({ to }) => to).values()
      .every((each) => each.at(-1)?.wanted === "start");
    if (isAllStart && isOptedOut) {
      yield `${number} texted “${last.body}” and may not be texted`;
    }
  }
}

/** What a form said was done about Do Not Disturb was done. */
export function* quietAsPromised({ ledger, standings }: Seen) {
  for (const { contact, at, isQuiet } of ledger.hushes) {
    const stood = standings.between(contact, at, at).at(-1);
    if ((stood?.quietSince !== null) !== isQuiet) {
      yield `${contact} was said to be ${
        isQuiet ? "on" : "off"
      } Do Not Disturb, and was not`;
    }
  }
}

/** Texts that were kept back in the time that is not over are counted, each once. */
export function* blockedCounted({ picture, standings, blocked }: Seen) {
  for (const { contact, at, count } of blocked) {
    const { quietSince } = standings.now(contact);
    // An entry that is taken off, or about to be replaced, counts for nobody.
    if (quietSince !== at) continue;
    const came = picture.log.filter((text) =>
      text.inbound && text.from === contact && text.created >= at - SECOND
    );
    const sure = came.filter((text) => isToBeShown(text, standings) === false);
    if (count < sure.length || count > came.length) {
      yield `${contact} has ${count} blocked texts counted of ${sure.length}`;
    }
  }
}
