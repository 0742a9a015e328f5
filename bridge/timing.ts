const SECOND = 1000;
const MINUTE = 60 * SECOND;

/**
 * A deployed function is stopped after 60 seconds, so a run that old is dead
 * (https://docs.slack.dev/tools/deno-slack-sdk/guides/creating-custom-functions, "Function timeouts").
 */
export const RUN_LIFE = 60 * SECOND;

/** An event younger than this is surely the first one for its message: an earlier run would still hold its ⏳. */
export const FRESH = SECOND;

/** When the sender looks at the carrier's record of its own text, counted from its start. Longer than FRESH. */
export const LOOKS = [2 * SECOND, 5 * SECOND, 10 * SECOND];

/** Until when no bell is wanted for a text: less than the last look, so that none falls between. */
export const WATCH = 9 * SECOND;

/** How long a text waits for an earlier one of the same conversation, whose own run is at work, to be shown. */
export const PATIENCE = 8 * SECOND;

/** How often it looks meanwhile. */
export const GLANCE = SECOND;

/** How long until a write is surely read (milliseconds): datastores may be a second behind. */
export const SETTLED = 1_200;

/** How long a run works off a crowd (milliseconds) before it leaves the rest to the next: it must end before Slack ends it. */
export const SHIFT = 30 * SECOND;

/** A text shown later than this says when it arrived. */
export const LATE = 2 * MINUTE;

/** After this long without a text the next one is shown in the channel too, and its assignees are mentioned. */
export const QUIET = 3 * MINUTE;

/**
 * Reminders, and what was put off, come within this of their moment, however late Slack starts a run by some seconds;
 * where a run has died, or Slack has not started it, with the next hourly catch-up. One arranged for the first half of
 * it will do.
 */
export const IN_TIME = 2 * MINUTE;

/** Where reminders cannot look into all channels at once, they look into others after this long. */
export const IN_TURN = 5 * MINUTE;

/** A message that leaves later than this after it was posted may have been overtaken by another text. */
export const LATE_TO_LEAVE = 15 * SECOND;

/** How far clocks and the carrier's whole seconds may be apart. */
export const SKEW = 5 * SECOND;

/**
 * How far back rivals of a new card are looked for. Everyone must look as far, or two runs come to two answers; what is
 * older has been settled by catch-up, even by one that came an hour late.
 */
export const RIVALRY = 150 * MINUTE;

/** How far back doubles of a request are looked for: a run's life, and some more. */
export const DOUBLES = 2 * MINUTE;

/** After this a create that was never answered has surely reached the carrier's list, or never will. */
export const FATE_KNOWN = 2 * MINUTE;

/** A reply that no event was fired for is still sent when it is at most this old; older ones are asked about. */
export const STILL_WANTED = 2 * 60 * MINUTE;

/** How far back every conversation is looked through: an end that was away, or a catch-up that was too busy, may have left it out. */
export const LOOKED_THROUGH = 2 * STILL_WANTED;

/** For how long after it left a text's fate is looked after: Twilio keeps it in its queue for 10 hours at most. */
export const AFTERMATH = 11 * 60 * MINUTE;

/**
 * How old a card may be (milliseconds) for a reply to it to be found that no event was fired for: over a weekend. Slack
 * tells of a reply only with its card, so a channel must be read back as far.
 */
export const STILL_WRITTEN_TO = 4 * 24 * 60 * MINUTE;
