import type { JSX } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { useDesk } from "../desk.ts";

/** The small form behind "Add channel". */
export function AddChannel({ onClose }: { onClose(): void }): JSX.Element {
  const desk = useDesk();
  const dialog = useRef<HTMLDialogElement>(null);
  const [name, setName] = useState("");
  useEffect(() => dialog.current?.showModal(), []);

  async function create(event: Event) {
    event.preventDefault();
    const made = await desk.call("conversations.create", { name });
    if (made) onClose();
  }

  return (
    <dialog
      ref={dialog}
      class="modal"
      aria-labelledby="add-channel"
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <form class="view" onSubmit={(event) => void create(event)}>
        <header>
          <h2 id="add-channel">Create a channel</h2>
        </header>
        <div class="modal-body">
          <label class="label" for="channel-name">Name</label>
          <input
            id="channel-name"
            class="field"
            value={name}
            maxLength={80}
            placeholder="e.g. plan-budget"
            onInput={(event) =>
              setName(
                event.currentTarget.value.toLowerCase().replace(/\s/g, "-"),
              )}
          />
        </div>
        <footer>
          <button type="button" class="button" onClick={onClose}>Cancel</button>
          <button type="submit" class="button primary" disabled={!name}>
            Create
          </button>
        </footer>
      </form>
    </dialog>
  );
}
