import type { JSX } from "preact";
import { Icon } from "../icon.tsx";

/** Files that are to be sent with what is being written. */
export function Attachments(
  { files, onRemove }: { files: File[]; onRemove(file: File): void },
): JSX.Element | null {
  if (files.length === 0) return null;
  return (
    <ul class="attachments" aria-label="Attachments">
      {files.map((file) => (
        <li key={`${file.name} ${file.lastModified}`}>
          <span>{file.name}</span>
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
