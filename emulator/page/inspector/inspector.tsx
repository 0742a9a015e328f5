import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon } from "../icon.tsx";
import { FunctionRuns } from "./function_runs.tsx";
import { Calls, CarrierLog, Datastores, Firings } from "./ledger_tables.tsx";

const ledgers = [
  { title: "Function runs", Ledger: FunctionRuns },
  { title: "Triggers", Ledger: Firings },
  { title: "API calls", Ledger: Calls },
  { title: "Carrier log", Ledger: CarrierLog },
  { title: "Datastores", Ledger: Datastores },
] as const;

/** A drawer for whoever wants to see what went on behind the two sides. */
export function Inspector(
  { tick, onClose }: { tick: number; onClose(): void },
): JSX.Element {
  const [at, setAt] = useState(0);
  const tabs = useRef<HTMLDivElement>(null);
  const { title, Ledger } = ledgers[at] ?? ledgers[0];

  useEffect(() => {
    const opener = document.activeElement;
    tabs.current?.querySelector<HTMLElement>("[aria-selected=true]")?.focus();
    return () => {
      if (opener instanceof HTMLElement) opener.focus();
    };
  }, []);

  /** https://www.w3.org/WAI/ARIA/apg/patterns/tabs */
  function move(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = (at + step + ledgers.length) % ledgers.length;
    setAt(next);
    tabs.current?.querySelectorAll("button")[next]?.focus();
  }

  return (
    <section
      class="inspector"
      aria-label="Inspector"
      onKeyDown={(event) => {
        if (event.key === "Escape") onClose();
      }}
    >
      <header>
        <div
          ref={tabs}
          role="tablist"
          aria-label="What to inspect"
          onKeyDown={move}
        >
          {ledgers.map((one, index) => (
            <button
              key={one.title}
              type="button"
              role="tab"
              id={`tab-${index}`}
              aria-selected={index === at}
              aria-controls="ledger"
              tabIndex={index === at ? 0 : -1}
              onClick={() => setAt(index)}
            >
              {one.title}
            </button>
          ))}
        </div>
        <button type="button" aria-label="Close inspector" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div
        class="tables"
        id="ledger"
        role="tabpanel"
        tabIndex={0}
        aria-label={title}
      >
        <Ledger tick={tick} />
      </div>
    </section>
  );
}
