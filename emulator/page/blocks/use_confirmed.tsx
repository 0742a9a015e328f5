import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Confirm } from "./block_kit.ts";
import { ConfirmDialog } from "./confirm_dialog.tsx";

/** Asks first where the element says so. `dialog` must be drawn by whoever uses this. */
export function useConfirmed(
  confirm: Confirm | undefined,
): { ask(then: () => void): void; dialog: JSX.Element | null } {
  const [waiting, setWaiting] = useState<{ then(): void } | null>(null);
  const dialog = confirm && waiting
    ? (
      <ConfirmDialog
        confirm={confirm}
        onAnswer={(yes) => {
          setWaiting(null);
          if (yes) waiting.then();
        }}
      />
    )
    : null;
  return {
    ask: (then) => confirm ? setWaiting({ then }) : then(),
    dialog,
  };
}
