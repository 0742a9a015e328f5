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

/** People with phones. */
export class Contacts {
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
