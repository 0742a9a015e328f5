import { Fragment, type JSX } from "preact";
import type { Text } from "../desk_state.ts";
import { dayOf, shownDay, shownTime } from "../times.ts";

/** A pause after which a handset shows the time again, in milliseconds. */
const pause = 15 * 60_000;

/** A picture as a picture, and what is none by its name. */
function Media({ url }: { url: string }): JSX.Element {
  if (/\.(?:png|jpe?g|gif|webp)$/i.test(URL.parse(url)?.pathname ?? "")) {
    return <img src={url} alt="Picture" />;
  }
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {url.split("/").at(-1)}
    </a>
  );
}

/** Texts as bubbles: the phone's own on the right, with what became of the last. */
export function Conversation({ texts }: { texts: Text[] }): JSX.Element {
  const now = Date.now();
  return (
    <>
      {texts.map((text, index) => {
        const at = Date.parse(text.at);
        const before = texts[index - 1];
        const gap = !before || at - Date.parse(before.at) > pause;
        const day = dayOf(at) === dayOf(now) ? "" : `${shownDay(at, now)} `;
        const mine = text.direction === "inbound";
        return (
          <Fragment key={text.sid}>
            {gap && <time class="pause">{day}{shownTime(at)}</time>}
            <div class={mine ? "bubble mine" : "bubble"}>
              <span class="hidden">{mine ? "Sent: " : "Received: "}</span>
              {text.media_urls.map((url) => <Media key={url} url={url} />)}
              {text.body}
            </div>
            {mine && index === texts.length - 1 && (
              <small class="fate">Delivered</small>
            )}
          </Fragment>
        );
      })}
      {texts.length === 0 && <p class="none">No texts yet.</p>}
    </>
  );
}
