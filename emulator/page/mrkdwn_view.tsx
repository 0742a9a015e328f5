import type { ComponentChildren, JSX } from "preact";
import { useMemo } from "preact/hooks";
import { channelById, personById, shownName, useDesk } from "./desk.ts";
import { emojiCharacter } from "./emoji.ts";
import { type Inline, parseMrkdwn } from "./mrkdwn.ts";
import { shownDate } from "./slack_date.ts";
import { shownStamp } from "./times.ts";

/** An emoji by its short name; a name this page does not know is shown as Slack shows an unknown one. */
export function Emoji({ name }: { name: string }): JSX.Element {
  const character = emojiCharacter(name);
  if (!character) return <>{`:${name}:`}</>;
  return (
    <span class="emoji" role="img" aria-label={name} title={`:${name}:`}>
      {character}
    </span>
  );
}

export function Mention(
  { id, label }: { id: string; label?: string },
): JSX.Element {
  const desk = useDesk();
  const person = personById(desk, id);
  const name = person ? shownName(person) : label || "someone";
  const mine = id === desk.state.me;
  return <span class={mine ? "mention mine" : "mention"}>@{name}</span>;
}

export function GroupMention(
  { id, label }: { id: string; label?: string },
): JSX.Element {
  const { groups, me } = useDesk().state;
  const group = groups.find((one) => one.id === id);
  const mine = group?.users.includes(me);
  return (
    <span class={mine ? "mention mine" : "mention"}>
      {group ? `@${group.handle}` : label || "@group"}
    </span>
  );
}

/** A moment, in words of the reader's own time zone. */
export function Moment(
  { at, format }: { at: number; format: string },
): JSX.Element {
  return <time title={shownStamp(at)}>{shownDate(at, format, Date.now())}
  </time>;
}

export function ChannelLink(
  { id, label }: { id: string; label?: string },
): JSX.Element {
  const desk = useDesk();
  const channel = channelById(desk, id);
  const name = channel?.name ?? label;
  if (!channel) return <span class="mention">#{name || "unknown"}</span>;
  return (
    <button
      type="button"
      class="mention"
      onClick={() => desk.go({ channel: id, thread: "", message: "" })}
    >
      #{name}
    </button>
  );
}

/** A link; one that leads into this Slack stays on the page. */
export function Link(
  { url, children }: { url: string; children: ComponentChildren },
): JSX.Element {
  const desk = useDesk();
  // Anything but these would let a message run a script.
  const safe = /^(https?|mailto|tel):/i.test(url) ? url : undefined;
  return (
    <a
      href={safe}
      target="_blank"
      rel="noreferrer"
      onClick={(event) => {
        if (desk.follow(url)) event.preventDefault();
      }}
    >
      {children}
    </a>
  );
}

function Parts({ parts }: { parts: Inline[] }): JSX.Element {
  return <>{parts.map((part, at) => <InlineView key={at} part={part} />)}</>;
}

function InlineView({ part }: { part: Inline }): JSX.Element {
  switch (part.kind) {
    case "text":
      return <span class="plain">{part.text}</span>;
    case "bold":
      return (
        <b>
          <Parts parts={part.parts} />
        </b>
      );
    case "italic":
      return (
        <i>
          <Parts parts={part.parts} />
        </i>
      );
    case "strike":
      return (
        <s>
          <Parts parts={part.parts} />
        </s>
      );
    case "code":
      return <code>{part.text}</code>;
    case "link":
      return <Link url={part.url}>{part.label}</Link>;
    case "user":
      return <Mention id={part.id} label={part.label} />;
    case "channel":
      return <ChannelLink id={part.id} label={part.label} />;
    case "group":
      return <GroupMention id={part.id} label={part.label} />;
    case "broadcast":
      return <span class="mention mine">{part.label}</span>;
    case "date":
      return part.url
        ? (
          <Link url={part.url}>
            <Moment at={part.at} format={part.format} />
          </Link>
        )
        : <Moment at={part.at} format={part.format} />;
    case "emoji":
      return <Emoji name={part.name} />;
  }
}

/** The words of a text, without what could be pressed: for a place that is pressed as a whole. */
export function PlainWords({ text }: { text: string }): JSX.Element {
  const desk = useDesk();
  const words = (parts: Inline[]): string =>
    parts.map((part) => {
      switch (part.kind) {
        case "bold":
        case "italic":
        case "strike":
          return words(part.parts);
        case "user": {
          const person = personById(desk, part.id);
          return `@${person ? shownName(person) : part.label}`;
        }
        case "channel":
          return `#${channelById(desk, part.id)?.name ?? part.label}`;
        case "emoji":
          return emojiCharacter(part.name) ?? `:${part.name}:`;
        case "date":
          return shownDate(part.at, part.format, Date.now());
        case "text":
        case "code":
          return part.text;
        default:
          return part.label;
      }
    }).join("");
  return (
    <>
      {parseMrkdwn(text).map((paragraph) =>
        paragraph.kind === "pre" ? paragraph.text : words(paragraph.parts)
      ).join(" ")}
    </>
  );
}

/** A text in Slack's mark-up, drawn. */
export function Mrkdwn({ text }: { text: string }): JSX.Element {
  const paragraphs = useMemo(() => parseMrkdwn(text), [text]);
  const only = paragraphs.length === 1 ? paragraphs[0] : undefined;
  const jumbo = only?.kind === "lines" && only.parts.length < 24 &&
    only.parts.every((part) =>
      part.kind === "emoji" && emojiCharacter(part.name) ||
      part.kind === "text" && !part.text.trim()
    );
  return (
    <div class={jumbo ? "mrkdwn jumbo" : "mrkdwn"}>
      {paragraphs.map((paragraph, at) =>
        paragraph.kind === "pre"
          ? <pre key={at}>{paragraph.text}</pre>
          : paragraph.kind === "quote"
          ? (
            <blockquote key={at}>
              <Parts parts={paragraph.parts} />
            </blockquote>
          )
          : (
            <div key={at}>
              <Parts parts={paragraph.parts} />
            </div>
          )
      )}
    </div>
  );
}
