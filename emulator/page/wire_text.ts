import { nameOfEmoji } from "./emoji.ts";

/** Names a person may write after `@` or `#`, with the ids that stand for them. */
export interface Names {
  people: { id: string; name: string }[];
  channels: { id: string; name: string }[];
}

function escapeText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(
    />/g,
    "&gt;",
  );
}

/**
 * What Slack's own client makes of typed text before it posts it: mentions by id, emoji by name, `&<>` escaped.
 * Links and phone numbers are Slack's to find, not the client's.
 */
export function wireText(typed: string, names: Names): string {
  return escapeText(typed)
    .replace(/(?<![\w<:/.])@([\w.-]*[\w-])/g, (written, name) => {
      if (/^(here|channel|everyone)$/.test(name)) return `<!${name}>`;
      const person = names.people.find((one) => one.name === name);
      return person ? `<@${person.id}>` : written;
    })
    .replace(/(?<![\w<&/])#([\w-]+)/g, (written, name) => {
      const channel = names.channels.find((one) => one.name === name);
      return channel ? `<#${channel.id}>` : written;
    })
    .replace(
      /\p{Regional_Indicator}{2}|\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?(?:\u200D\p{Extended_Pictographic}(?:\uFE0F|\p{Emoji_Modifier})?)*/gu,
      (written) => nameOfEmoji(written) ?? written,
    );
}

/** The other way round: what a person typed, so that they can change it. */
export function typedText(wire: string, names: Names): string {
  return wire
    .replace(/<([^<>|]+)(?:\|([^<>]*))?>/g, (_, to: string, label?: string) => {
      const id = to.slice(1);
      if (to.startsWith("@")) {
        const person = names.people.find((one) => one.id === id);
        return `@${person?.name ?? label ?? id}`;
      }
      if (to.startsWith("#")) {
        const channel = names.channels.find((one) => one.id === id);
        return `#${channel?.name ?? label ?? id}`;
      }
      if (to.startsWith("!")) return `@${id}`;
      return label ?? to;
    })
    .replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");
}
