import type { JSX } from "preact";
import { Blocks } from "../blocks/blocks.tsx";
import { SurfaceContext } from "../blocks/surface.ts";
import type { Message, SharedFile } from "../desk_state.ts";
import { Icon } from "../icon.tsx";
import { Mrkdwn } from "../mrkdwn_view.tsx";
import { shownStamp, timeOf } from "../times.ts";
import { useMessageSurface } from "./message_surface.ts";

function File({ file }: { file: SharedFile }): JSX.Element {
  const name = file.title || file.name || "file";
  const address = `/desk/files/${file.id}`;
  if (file.mimetype?.startsWith("image/")) {
    return (
      <figure class="file picture">
        <figcaption>{name}</figcaption>
        <a href={address} target="_blank" rel="noreferrer">
          <img src={address} alt={name} />
        </a>
      </figure>
    );
  }
  return (
    <a class="file card" href={address} target="_blank" rel="noreferrer">
      <Icon name="file" />
      <span>
        <b>{name}</b>
        <small>{file.pretty_type}</small>
      </span>
    </a>
  );
}

/** What a message says: its blocks where it has some, else its text, then its files. */
export function MessageBody(
  { channel, message }: { channel: string; message: Message },
): JSX.Element {
  const surface = useMessageSurface(channel, message);
  if (message.subtype === "tombstone") {
    return <p class="tombstone">This message was deleted.</p>;
  }
  return (
    <div class="body">
      {message.blocks?.length
        ? (
          <SurfaceContext.Provider value={surface}>
            <Blocks blocks={message.blocks} />
          </SurfaceContext.Provider>
        )
        : message.text && <Mrkdwn text={message.text} />}
      {message.files?.map((file) => <File key={file.id} file={file} />)}
      {message.edited && (
        <small class="edited" title={shownStamp(timeOf(message.edited.ts))}>
          (edited)
        </small>
      )}
    </div>
  );
}
