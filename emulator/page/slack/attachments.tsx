import type { JSX } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "../icon.tsx";
import { shownSize } from "./shared_files.tsx";

/** Files that are to be sent with what is being written. */
export function Attachments(
  { files, onRemove }: { files: File[]; onRemove(file: File): void },
): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <ul class="attachments" aria-label="Attachments">
      {files.map((file) => (
        <li key={`${file.name} ${file.lastModified}`}>
          {file.type.startsWith("image/") && <Preview file={file} />}
          <span>
            {file.name} <small>{shownSize(file.size)}</small>
          </span>
          <button
            type="button"
            aria-label={`Remove ${file.name}`}
            onClick={() => onRemove(file)}
          >
            <Icon name="close" />
          </button>
        </li>
      ))}
    </ul>
  );
}

function Preview({ file }: { file: File }): JSX.Element | null {
  const [address, setAddress] = useState("");
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return address ? <img src={address} alt="" /> : null;
}
