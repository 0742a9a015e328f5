import { fieldLabelled, regionOf, says, thingSaying } from "./finding.ts";
import type { Side, Step } from "./step.ts";

/** Milliseconds: per character read and typed, before a press, and how long something may take to come. */
const reading = 78;
const shortest = 4000;
const typing = 50;
const pointing = 650;
const patience = 20_000;
const looking = 60;

/** What a watcher is told. */
export interface Scene {
  caption: string;
  state: "playing" | "paused" | "over" | "lost";
}

class Stopped extends Error {}

/** Plays a story on the page with the hands of a person: what it does, anyone could. */
export class Player {
  #caption = "";
  #paused = false;
  #stopped = false;

  constructor(
    private readonly steps: readonly Step[],
    /** How many times faster than a person. */
    private readonly pace: number,
    private readonly turnTo: (side: Side) => void,
    private readonly tell: (scene: Scene) => void,
  ) {}

  async play(): Promise<void> {
    try {
      for (const step of this.steps) await this.#do(step);
      this.tell({ caption: this.#caption, state: "over" });
    } catch (error) {
      if (error instanceof Stopped) return;
      const caption = error instanceof Error ? error.message : String(error);
      this.tell({ caption, state: "lost" });
    }
  }

  pause(paused: boolean): void {
    this.#paused = paused;
    this.#say(this.#caption);
  }

  stop(): void {
    this.#stopped = true;
  }

  async #do(step: Step): Promise<void> {
    if ("say" in step) {
      this.#say(step.say);
      return await this.#wait(Math.max(shortest, step.say.length * reading));
    }
    if (step.at) {
      this.turnTo(step.at);
      // The page has to be drawn anew before anything of it can be looked for.
      await sleep(looking);
    }
    if ("see" in step) {
      await this.#found(
        step.see,
        step.within,
        (region) => says(region, step.see) || undefined,
      );
      return;
    }
    const label = "press" in step
      ? step.press
      : "type" in step
      ? step.into
      : step.from;
    const look = (region: ParentNode) =>
      "press" in step
        ? thingSaying(label, region)
        : fieldLabelled(label, region);
    const region = regionOf(step.within);
    if (step.ifSeen && !(region && look(region))) return;
    const target = await this.#found(label, step.within, look);
    await this.#pointAt(target);
    if ("press" in step) target.click();
    else if ("choose" in step) choose(target, step.choose);
    else await this.#type(target, step.type, step.enter ?? false);
    await this.#wait(pointing / 2);
  }

  async #type(field: HTMLElement, text: string, enter: boolean) {
    if (!isTextField(field)) return;
    field.focus();
    for (const character of text) {
      field.value += character;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      await this.#wait(typing);
    }
    if (!enter) return;
    await this.#wait(pointing / 2);
    const options = { key: "Enter", bubbles: true, cancelable: true };
    field.dispatchEvent(new KeyboardEvent("keydown", options));
  }

  /** Draws the eye to a thing before something is done to it. */
  async #pointAt(target: HTMLElement): Promise<void> {
    target.scrollIntoView({ block: "nearest" });
    target.classList.add("pointed-at");
    try {
      await this.#wait(pointing);
    } finally {
      target.classList.remove("pointed-at");
    }
  }

  async #found<Found>(
    words: string,
    within: string | undefined,
    look: (region: ParentNode) => Found | undefined,
  ): Promise<Found> {
    for (let waited = 0; waited < patience; waited += looking) {
      const region = regionOf(within);
      const found = region && look(region);
      if (found) return found;
      await sleep(looking);
      await this.#mayGoOn();
    }
    throw new Error(`The story got lost looking for “${words}”.`);
  }

  async #wait(ms: number): Promise<void> {
    const until = performance.now() + ms / this.pace;
    do {
      await sleep(Math.min(50, Math.max(0, until - performance.now())));
      await this.#mayGoOn();
    } while (performance.now() < until);
  }

  async #mayGoOn(): Promise<void> {
    while (this.#paused && !this.#stopped) await sleep(50);
    if (this.#stopped) throw new Stopped();
  }

  #say(caption: string): void {
    this.#caption = caption;
    this.tell({ caption, state: this.#paused ? "paused" : "playing" });
  }
}

function choose(target: HTMLElement, label: string): void {
  if (!(target instanceof HTMLSelectElement)) return;
  const option = [...target.options].find(({ text }) => text === label);
  if (!option) throw new Error(`The story got lost looking for “${label}”.`);
  target.value = option.value;
  target.dispatchEvent(new Event("change", { bubbles: true }));
}

function isTextField(
  element: HTMLElement,
): element is HTMLInputElement | HTMLTextAreaElement {
  return element instanceof HTMLInputElement ||
    element instanceof HTMLTextAreaElement;
}

function sleep(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
