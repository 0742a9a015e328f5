import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { useDesk } from "../desk.ts";
import type { ButtonElement } from "./block_kit.ts";
import { useSurface } from "./surface.ts";
import { plainText } from "./text.tsx";
import { useConfirmed } from "./use_confirmed.tsx";

/** A button of a message or modal; it spins while the app is at work on the press. */
export function Button(
  { element, blockId }: { element: ButtonElement; blockId: string },
): JSX.Element {
  const surface = useSurface();
  const desk = useDesk();
  const [busy, setBusy] = useState(false);
  const { ask, dialog } = useConfirmed(element.confirm);

  async function press() {
    if (element.url && !desk.follow(element.url)) {
      globalThis.open(element.url, "_blank", "noreferrer");
    }
    setBusy(true);
    const place = { blockId, actionId: element.action_id };
    await surface.act(place, element.value ?? null);
    setBusy(false);
  }

  return (
    <>
      <button
        type="button"
        class={`button ${element.style ?? ""}`}
        aria-label={element.accessibility_label}
        aria-busy={busy}
        onClick={() => {
          if (!busy) ask(() => void press());
        }}
      >
        {plainText(element.text)}
      </button>
      {dialog}
    </>
  );
}
