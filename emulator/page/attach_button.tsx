import type { JSX } from "preact";
import { useRef } from "preact/hooks";
import { Icon } from "./icon.tsx";

/** A paper clip that lets one choose files. */
export function AttachButton(
  { label, accept, one, disabled, onAttach }: {
    label: string;
    /** Media types and endings, as an `<input>` takes them. */
    accept?: string;
    /** A single file only. */
    one?: boolean;
    disabled?: boolean;
    onAttach(files: File[]): void;
  },
): JSX.Element {
  const picker = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={picker}
        type="file"
        hidden
        multiple={!one}
        accept={accept}
        aria-label={`${label}: files`}
        onChange={(event) => {
          onAttach([...event.currentTarget.files ?? []]);
          event.currentTarget.value = "";
        }}
      />
      <button
        type="button"
        class="attach"
        aria-label={label}
        title={label}
        disabled={disabled}
        onClick={() => picker.current?.click()}
      >
        <Icon name="clip" />
      </button>
    </>
  );
}
