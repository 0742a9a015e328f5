import type { JSX } from "preact";
import type { SharedFile } from "../desk_state.ts";
import { Icon } from "../icon.tsx";

/** The files of a message: pictures as they are, beside one another, and a card for any other. */
export function SharedFiles(
  { files }: { files: SharedFile[] },
): JSX.Element | null {
  const pictures = files.filter(isPicture);
  const others = files.filter((file) => !isPicture(file));
  return (
    <>
      {pictures.length > 0 && (
        <div class="files">
          {pictures.map((file) => <Picture key={file.id} file={file} />)}
        </div>
      )}
      {others.length > 0 && (
        <div class="files">
          {others.map((file) => <Card key={file.id} file={file} />)}
        </div>
      )}
    </>
  );
}

function Picture({ file }: { file: SharedFile }): JSX.Element {
  const name = nameOf(file);
  return (
    <figure class="file picture">
      <figcaption>
        {name} <small>{shownSize(file.size)}</small>
      </figcaption>
      <a href={addressOf(file)} target="_blank" rel="noreferrer">
        <img src={addressOf(file)} alt={name} />
      </a>
    </figure>
  );
}

function Card({ file }: { file: SharedFile }): JSX.Element {
  const [kind] = (file.mimetype ?? "").split("/");
  return (
    <a
      class="file card"
      href={addressOf(file)}
      target="_blank"
      rel="noreferrer"
    >
      <span class={`kind ${file.filetype === "pdf" ? "pdf" : kind}`}>
        <Icon name="file" />
      </span>
      <span class="words">
        <b>{nameOf(file)}</b>
        <small>
          {[file.pretty_type, shownSize(file.size)].filter(Boolean)
            .join(" · ")}
        </small>
      </span>
    </a>
  );
}

function isPicture({ mimetype }: SharedFile): boolean {
  return mimetype?.startsWith("image/") ?? false;
}

function nameOf({ title, name }: SharedFile): string {
  return title || name || "file";
}

function addressOf({ id }: SharedFile): string {
  return `/desk/files/${id}`;
}

/** A size as people say it: `812 bytes`, `47 kB`, `1.2 MB`. */
export function shownSize(bytes: number | undefined): string {
  if (bytes === undefined) return "";
  if (bytes < 1000) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}
