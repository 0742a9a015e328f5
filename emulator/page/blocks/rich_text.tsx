import type { JSX } from "preact";
import {
  ChannelLink,
  Emoji,
  GroupMention,
  Link,
  Mention,
  Moment,
} from "../mrkdwn_view.tsx";
import type { RichLeaf, RichPart } from "./block_kit.ts";

function LeafContent({ leaf }: { leaf: RichLeaf }): JSX.Element {
  switch (leaf.type) {
    case "text":
      return <span class="plain">{leaf.text}</span>;
    case "link":
      return <Link url={leaf.url}>{leaf.text || leaf.url}</Link>;
    case "emoji":
      return <Emoji name={leaf.name} />;
    case "user":
      return <Mention id={leaf.user_id} />;
    case "channel":
      return <ChannelLink id={leaf.channel_id} />;
    case "usergroup":
      return <GroupMention id={leaf.usergroup_id} />;
    case "broadcast":
      return <span class="mention mine">@{leaf.range}</span>;
    case "date":
      return (
        <Moment
          at={leaf.timestamp * 1000}
          format={leaf.format ?? "{date_short} at {time}"}
        />
      );
    case "color":
      return <code>{leaf.value}</code>;
  }
}

function Leaf({ leaf }: { leaf: RichLeaf }): JSX.Element {
  let drawn = <LeafContent leaf={leaf} />;
  if (leaf.style?.code) drawn = <code>{drawn}</code>;
  if (leaf.style?.strike) drawn = <s>{drawn}</s>;
  if (leaf.style?.italic) drawn = <i>{drawn}</i>;
  if (leaf.style?.bold) drawn = <b>{drawn}</b>;
  return drawn;
}

function Leaves({ leaves }: { leaves: RichLeaf[] }): JSX.Element {
  return <>{leaves.map((leaf, at) => <Leaf key={at} leaf={leaf} />)}</>;
}

function Part({ part }: { part: RichPart }): JSX.Element {
  switch (part.type) {
    case "rich_text_section":
      return (
        <div>
          <Leaves leaves={part.elements} />
        </div>
      );
    case "rich_text_quote":
      return (
        <blockquote>
          <Leaves leaves={part.elements} />
        </blockquote>
      );
    case "rich_text_preformatted":
      return <pre tabIndex={0}><Leaves leaves={part.elements} /></pre>;
    case "rich_text_list": {
      const items = part.elements.map((item, at) => (
        <li key={at}>
          <Leaves leaves={item.elements} />
        </li>
      ));
      const margin = { marginLeft: `${(part.indent ?? 0) * 24}px` };
      return part.style === "ordered"
        ? <ol style={margin} start={(part.offset ?? 0) + 1}>{items}</ol>
        : <ul style={margin}>{items}</ul>;
    }
  }
}

export function RichText({ parts }: { parts: RichPart[] }): JSX.Element {
  return (
    <div class="mrkdwn rich">
      {parts.map((part, at) => <Part key={at} part={part} />)}
    </div>
  );
}
