import type { JSX } from "preact";
import { useRef, useState } from "preact/hooks";
import { Unanswered } from "./http.ts";
import { Icon } from "./icon.tsx";

/** How long a sentence stands, in milliseconds. */
const reading = 8000;

export interface Trouble {
  tell(sentence: string): void;
  /** Runs a deed; false, and a word to the person, when it was refused. */
  attempt(deed: () => Promise<unknown>): Promise<boolean>;
  shown: JSX.Element;
}

/** Tells a person, at the foot of the page, what could not be done. */
export function useTrouble(): Trouble {
  const [sentence, setSentence] = useState("");
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  function tell(next: string) {
    clearTimeout(timer.current);
    setSentence(next);
    timer.current = setTimeout(() => setSentence(""), reading);
  }

  return {
    tell,
    async attempt(deed) {
      try {
        await deed();
        return true;
      } catch (error) {
        if (!(error instanceof Unanswered)) throw error;
        tell(error.message);
        return false;
      }
    },
    shown: (
      <div class="toast" role="alert">
        {sentence && (
          <p>
            {sentence}
            <button
              type="button"
              aria-label="Dismiss"
              onClick={() => setSentence("")}
            >
              <Icon name="close" />
            </button>
          </p>
        )}
      </div>
    ),
  };
}
