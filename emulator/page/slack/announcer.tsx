import type { JSX } from "preact";
import { authorOf, channelById, useDesk } from "../desk.ts";

/** Reads new messages out to a screen reader: who wrote, where, and what. */
export function Announcer(): JSX.Element {
  const desk = useDesk();
  let said = "";
  let newest = "";
  for (const [channel, messages] of Object.entries(desk.state.messages)) {
    const message = messages.at(-1);
    if (!message || message.ts < newest || message.user === desk.state.me) {
      continue;
    }
    newest = message.ts;
    const where = channelById(desk, channel)?.name ?? "";
    said = `${authorOf(desk, message).name} in ${where}: ${message.text ?? ""}`;
  }
  return <div class="hidden" role="log" aria-live="polite">{said}</div>;
}
