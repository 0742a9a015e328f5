import type { JSX } from "preact";
import { Blocks } from "../blocks/blocks.tsx";
import { SurfaceContext } from "../blocks/surface.ts";
import type { Message } from "../desk_state.ts";
import { Mrkdwn } from "../mrkdwn_view.tsx";
import { shownStamp, timeOf } from "../times.ts";
import { useMessageSurface } from "./message_surface.ts";
import { SharedFiles } from "./shared_files.tsx";

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
      {message.files && <SharedFiles files={message.files} />}
      {message.edited && (
        <small class="edited" title={shownStamp(timeOf(message.edited.ts))}>
          (edited)
        </small>
      )}
    </div>
  );
}
