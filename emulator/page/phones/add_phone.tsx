import type { JSX } from "preact";
import { useState } from "preact/hooks";

/** Number and name of a phone to be. */
export function AddPhone(
  { onAdd, onClose }: {
    onAdd(number: string, name: string): Promise<boolean>;
    onClose(): void;
  },
): JSX.Element {
  const [number, setNumber] = useState("");
  const [name, setName] = useState("");
  const bare = number.replace(/[\s().-]/g, "");
  const fits = /^\+[1-9]\d{6,14}$/.test(bare);

  async function add(event: Event) {
    event.preventDefault();
    if (fits && await onAdd(bare, name.trim() || bare)) onClose();
  }

  return (
    <form
      class="add-phone"
      aria-label="Add a phone"
      onSubmit={(event) => void add(event)}
    >
      <label>
        Name
        <input
          class="field"
          value={name}
          placeholder="Priya"
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      <label>
        Number
        <input
          class="field"
          type="tel"
          value={number}
          placeholder="+1 202 555 0143"
          onInput={(event) => setNumber(event.currentTarget.value)}
        />
      </label>
      <button type="submit" class="button primary" disabled={!fits}>Add</button>
      <button type="button" class="button" onClick={onClose}>Cancel</button>
    </form>
  );
}
