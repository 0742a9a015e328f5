import type { Chance } from "./chance.ts";
import { type Hands, Refused } from "./hands.ts";
import type { Trace } from "./trace.ts";

/** Words that a text is made of; some would be mark-up, a mention or a command if anybody took them for it. */
const WORDS = [
  "are you open today?",
  "I'm outside",
  "the blue one & the red one",
  "2*3*4 = 24 and snake_case_too",
  "<!channel> hello",
  ":smile: 😀",
  "send 4155550123 hi",
  "line one\nline two",
] as const;

/** What a contact may want of the carrier. */
export type Wanted = "stop" | "start";

/** The words for it that every line of these countries minds, as people type them. */
const KEYWORDS: Record<Wanted, readonly [string, ...string[]]> = {
  stop: ["STOP", "stop", " Unsubscribe ", "END", "optout"],
  start: ["START", "unstop", "Yes"],
};

/** Words of a line's own, as an account may have set them up at the carrier. */
export const OWN_WORDS = { STOP: ["GENUG"], START: ["WIEDER"] };

/** What a text asks the carrier for, by the words that every line minds. */
export function wantedIn(body: string): Wanted | undefined {
  const word = body.trim().toLowerCase();
  return (["stop", "start"] as const).find((wanted) =>
    KEYWORDS[wanted].some((each) => each.trim().toLowerCase() === word)
  );
}

/** People with phones. */
export class Contacts {
  /** Whether lines have words of their own. */
  hasOwnWords = false;
  readonly #last = new Map<string, string>();
  #count = 0;

  constructor(
    private readonly hands: Hands,
    private readonly chance: Chance,
    private readonly trace: Trace,
    readonly numbers: readonly string[],
  ) {}

  /**
   * Texts a line with words that nobody else ever uses, or says once more what they have just said.
   * @param pictures how many come with it.
   */
  async text(from: string, line: string, pictures = 0): Promise<void> {
    const last = this.#last.get(from);
    const body = last !== undefined && this.chance.happens(0.1)
      ? last
      : `t${++this.#count} ${this.chance.oneOf(WORDS)}`;
    this.#last.set(from, body);
    this.trace.note(from, `texts ${line}: ${body}`);
    const media_urls: string[] = [];
    while (media_urls.length < pictures) {
      media_urls.push(
        this.chance.happens(0.2)
          ? "https://pictures.test/gone.png"
          : await this.hands.takePicture(),
      );
    }
    await this.#tried(this.hands.ask("POST", `/phones/${from}/texts`, {
      to: line,
      body,
      media_urls,
    }));
  }

  /** Wants no more texts, or wants them again, and says so in a word that the carrier minds. */
  async want(wanted: Wanted, from: string, line: string): Promise<void> {
    const [own = ""] = OWN_WORDS[wanted === "stop" ? "STOP" : "START"];
    const body = this.hasOwnWords && this.chance.happens(0.3)
      ? own
      : this.chance.oneOf(KEYWORDS[wanted]);
    this.trace.note(from, `texts ${line}: ${body}`);
    await this.#tried(
      this.hands.ask("POST", `/phones/${from}/texts`, { to: line, body }),
    );
  }

  /** Switches a phone off, has it blocked or opted out; or makes it well again. */
  async turn(
    number: string,
    state: string = this.chance.oneOf(
      ["off", "on", "on", "off", "blocked", "opted_out"],
    ),
  ): Promise<void> {
    this.trace.note(number, `is now ${state}`);
    await this.#tried(this.hands.ask("PUT", `/phones/${number}`, { state }));
  }

  /** A phone that is switched off does nothing, and that is all there is to it. */
  async #tried(deed: Promise<unknown>): Promise<void> {
    try {
      await deed;
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
    }
  }
}
