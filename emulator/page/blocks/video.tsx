import type { JSX } from "preact";
import { Icon } from "../icon.tsx";
import { Link } from "../mrkdwn_view.tsx";
import type { VideoBlock } from "./block_kit.ts";
import { plainText } from "./text.tsx";

/** A film's title and picture; a press opens it where it is. */
export function Video({ block }: { block: VideoBlock }): JSX.Element {
  const from = [block.provider_name, block.author_name].filter(Boolean)
    .join(" · ");
  const title = plainText(block.title);
  return (
    <figure class="block image video">
      <figcaption>
        {from && <small>{from}</small>}
        {block.title_url
          ? (
            <Link url={block.title_url}>
              <b>{title}</b>
            </Link>
          )
          : <b>{title}</b>}
        {block.description && <p>{plainText(block.description)}</p>}
      </figcaption>
      <a
        href={block.video_url}
        target="_blank"
        rel="noreferrer"
        aria-label={`Play ${title}`}
      >
        <img src={block.thumbnail_url} alt={block.alt_text} />
        <Icon name="play" />
      </a>
    </figure>
  );
}
