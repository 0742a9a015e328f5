import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Text, Workspace } from "../desk_state.ts";
import { send } from "../http.ts";
import { Icon } from "../icon.tsx";
import { AddPhone } from "./add_phone.tsx";
import { Handset } from "./handset.tsx";

/** The other side of the line: handsets, one below the other. */
export function Phones(
  { workspace, texts, attempt, inspecting, onInspect }: {
    workspace: Workspace;
    texts: Record<string, Text[]>;
    /** Runs a deed; false, and a word to the person, when it failed. */
    attempt(deed: () => Promise<unknown>): Promise<boolean>;
    inspecting: boolean;
    onInspect(): void;
  },
): JSX.Element {
  const [adding, setAdding] = useState(false);
  const lines = workspace.lines.map((line) => line.number);

  function pathOf(number: string): string {
    return `/phones/${encodeURIComponent(number)}`;
  }

  return (
    <aside class="phones" aria-label="Phones">
      <header class="phones-header">
        <nav aria-label="Jump to a phone">
          {workspace.phones.map((phone) => (
            <button
              key={phone.number}
              type="button"
              onClick={() =>
                document.getElementById(phone.number)
                  ?.scrollIntoView({ behavior: "smooth", block: "start" })}
            >
              {phone.name}
            </button>
          ))}
        </nav>
        <button
          type="button"
          class="add"
          aria-expanded={adding}
          onClick={() => setAdding(!adding)}
        >
          <Icon name="plus" /> Phone
        </button>
      </header>
      {adding && (
        <AddPhone
          onClose={() => setAdding(false)}
          onAdd={(number, name) =>
            attempt(() => send("PUT", pathOf(number), { state: "on", name }))}
        />
      )}
      <div class="shelf">
        {workspace.phones.map((phone) => (
          <Handset
            key={phone.number}
            phone={phone}
            texts={texts[phone.number] ?? []}
            lines={lines}
            onText={(to, body) =>
              attempt(() =>
                send("POST", `${pathOf(phone.number)}/texts`, { to, body })
              )}
            onState={(state) =>
              void attempt(() => send("PUT", pathOf(phone.number), { state }))}
          />
        ))}
      </div>
      <footer>
        <button type="button" aria-expanded={inspecting} onClick={onInspect}>
          <Icon name="pulse" /> Inspector
        </button>
      </footer>
    </aside>
  );
}
