import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import type { Text, Workspace } from "../desk_state.ts";
import { send } from "../http.ts";
import { Icon } from "../icon.tsx";
import type { Trouble } from "../trouble.tsx";
import { AddPhone } from "./add_phone.tsx";
import { Handset } from "./handset.tsx";
import { phonePath } from "./use_phone.ts";

/** The other side of the line: handsets, one below the other. */
export function Phones(
  { workspace, texts, alone, trouble, children }: {
    workspace: Workspace;
    texts: Record<string, Text[]>;
    /** True when nothing else has room: then this is the page's main part. */
    alone: boolean;
    trouble: Trouble;
    /** What stands at the foot. */
    children: ComponentChildren;
  },
): JSX.Element {
  const [adding, setAdding] = useState(false);
  const lines = workspace.lines.map((line) => line.number);

  return (
    <div
      class="phones"
      // The element stays the same, and so does what is being written in it.
      role={alone ? "main" : "complementary"}
      aria-label="Phones"
    >
      {alone && <h1 class="hidden">Phones</h1>}
      <div class="phones-header">
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
      </div>
      {adding && (
        <AddPhone
          onClose={() => setAdding(false)}
          onAdd={(number, name) =>
            trouble.attempt(() =>
              send("PUT", phonePath(number), { state: "on", name })
            )}
        />
      )}
      <div class="shelf">
        {workspace.phones.map((phone) => (
          <Handset
            key={phone.number}
            phone={phone}
            texts={texts[phone.number] ?? []}
            lines={lines}
            trouble={trouble}
          />
        ))}
      </div>
      <div class="phones-foot">{children}</div>
    </div>
  );
}
