import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { read } from "../http.ts";
import { Icon } from "../icon.tsx";
import { type Ledger, ledgers } from "./ledgers.ts";
import { Table } from "./table.tsx";

/** How many of a ledger's newest rows are drawn. */
const most = 200;

/** A drawer for whoever wants to see what went on behind the two sides. */
export function Inspector(
  { tick, onClose }: { tick: number; onClose(): void },
): JSX.Element {
  const [ledger, setLedger] = useState<Ledger>(ledgers[0]);
  const [tables, setTables] = useState<ReturnType<Ledger["tablesOf"]>>([]);
  const [trouble, setTrouble] = useState("");

  useEffect(() => {
    let left = false;
    // Changes come in bursts: one reading for a burst is enough.
    const timer = setTimeout(() => {
      read(ledger.path).then((answer) => {
        if (left) return;
        setTables(ledger.tablesOf(answer));
        setTrouble("");
      }, (error) => left || setTrouble(String(error.message)));
    }, 120);
    return () => {
      left = true;
      clearTimeout(timer);
    };
  }, [ledger, tick]);

  return (
    <section class="inspector" aria-label="Inspector">
      <header>
        <div role="tablist" aria-label="What to inspect">
          {ledgers.map((one) => (
            <button
              key={one.path}
              type="button"
              role="tab"
              id={`tab ${one.path}`}
              aria-selected={one === ledger}
              onClick={() => {
                setTables([]);
                setLedger(one);
              }}
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
        role="tabpanel"
        tabIndex={0}
        aria-label={ledger.title}
      >
        {trouble && <p role="alert">{trouble}</p>}
        {tables.map(({ caption, rows }) => (
          <Table key={caption} caption={caption} rows={rows.slice(0, most)} />
        ))}
      </div>
    </section>
  );
}
