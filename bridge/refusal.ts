/**
 * The world said no, and nothing happened: one sentence that the person who tried can act on.
 * A fault (a bug, an outage) is any other error.
 *
 * One that is known beforehand is made when it is needed all the same: the first error takes Deno 2 some milliseconds.
 */
export class Refusal extends Error {
  override readonly name: string = "Refusal";

  /**
   * @param reason one plain sentence: what was refused and why.
   * @param nextStep one plain sentence: what the person can do.
   * @param canRetry whether sending the same text again can help.
   * @param about the input it is about, for a form that shows it there.
   */
  constructor(
    readonly reason: string,
    readonly nextStep: string,
    readonly canRetry = false,
    readonly about?: string,
  ) {
    super(reason);
  }

  /** Reason and next step, as they are shown to a person. */
  get sentence(): string {
    return `${this.reason} ${this.nextStep}`.trim();
  }
}

/** The carrier refuses every text to this contact: they have told it STOP. */
export class OptedOut extends Refusal {}

/** Files that a person attached cannot travel, and words without them may be misleading. */
export const withFiles = () =>
  new Refusal(
    "Pictures and files cannot be texted yet, so nothing of this message was sent.",
    "Write the words alone, or put a link to the file into them.",
  );

/** An end cannot do its part now: what was begun is left to catch-up. It is nobody's bug. */
export class Outage extends Error {
  override readonly name: string = "Outage";
  /** Whether the end only asks for patience. */
  readonly isHasty: boolean = false;

  /** @param isShutOut whether the channel is archived or deleted, or closed to the app. */
  constructor(message: string, readonly isShutOut = false) {
    super(message);
  }
}

/** No answer came, or one that cannot be read: what was asked for may have happened, or not. */
export class UnknownFate extends Outage {
  override readonly name = "UnknownFate";
}

/** The thread that something was to be put into is gone: nothing happened. */
export class PlaceGone extends Outage {
  override readonly name = "PlaceGone";
}

/** What a use-case that had nothing to do answers: the why, for the log. */
export interface Skip {
  skipped: string;
}

/** Says why there was nothing to do. */
export function skip(why: string): Skip {
  return { skipped: why };
}
