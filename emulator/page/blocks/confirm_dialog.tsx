import type { JSX } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import type { Confirm } from "./block_kit.ts";
import { plainText, Text } from "./text.tsx";

/** Slack's "are you sure": `onAnswer` hears true or false, once. */
export function ConfirmDialog(
  { confirm, onAnswer }: {
    confirm: Confirm;
    onAnswer(yes: boolean): void;
  },
): JSX.Element {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      class="modal confirm"
      aria-labelledby={title}
      onCancel={(event) => {
        event.preventDefault();
        event.stopPropagation();
        onAnswer(false);
      }}
    >
      <h2 id={title}>
        {confirm.title ? plainText(confirm.title) : "Are you sure?"}
      </h2>
      <div class="confirm-text">
        <Text text={confirm.text} />
      </div>
      <footer>
        <button type="button" class="button" onClick={() => onAnswer(false)}>
          {confirm.deny ? plainText(confirm.deny) : "Cancel"}
        </button>
        <button
          type="button"
          class={`button ${confirm.style ?? "primary"}`}
          onClick={() => onAnswer(true)}
        >
          {confirm.confirm ? plainText(confirm.confirm) : "Yes"}
        </button>
      </footer>
    </dialog>
  );
}
