/** What already is Slack's own mark-up, and stays as it is. */
const MARKUP =
  /<(?:[@#!][^<>\s]+|(?:https?|mailto|tel):[^<>\s|]+)(?:\|[^<>]*)?>/;
const ENTITY = /&(?:amp|lt|gt);/;
const LINK = /https?:\/\/[^\s<>|]*[^\s<>|.,;:!?)\]}'"]/;
/** A number as people write one: with a plus, or in groups. Bare digits are left alone. */
const PHONE =
  /(?<![\w/:+.-])(?:\+\d[\d ().-]{7,15}\d|\(\d{3}\) ?\d{3}[-. ]\d{4}|\d{3}[-.]\d{3}[-.]\d{4})(?![\w-])/;

const BOT_PARTS = new RegExp(
  [MARKUP, ENTITY, LINK].map((part) => part.source).join("|") + "|[&<>]",
  "g",
);
const PERSON_PARTS = new RegExp(
  [MARKUP, ENTITY, LINK, PHONE].map((part) => part.source).join("|") + "|[&<>]",
  "g",
);

const ESCAPES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
};

/**
 * Text as Slack keeps it: `&`, `<` and `>` escaped, links in angle brackets, and in what a person's client sends,
 * phone numbers too (`<tel:+14155550100|+1 415 555 0100>`).
 * https://docs.slack.dev/messaging/formatting-message-text
 */
export function formatText(text: string, from: "bot" | "person"): string {
  const parts = from === "bot" ? BOT_PARTS : PERSON_PARTS;
  return text.replace(parts, (part) => {
    const escape = ESCAPES[part];
    if (escape) return escape;
    if (part.startsWith("<") || ENTITY.test(part)) return part;
    if (LINK.test(part)) return `<${part.replaceAll("&", "&amp;")}>`;
    const bare = part.replaceAll(/[^\d+]/g, "");
    return `<tel:${bare}|${part}>`;
  });
}
