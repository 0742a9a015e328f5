// Whatever may stand before the sign without making it less of a note: marks, quotes, bullets, emoji, mentions, and the
// beginning of a link whose label it is. When in doubt a reply is a note, for what was texted cannot be taken back.
const EMOJI = /:(?!note:)[\p{L}\p{N}_+'-]+:/u.source;
const BEFORE =
  `(?:&(?:amp|lt|gt);|${EMOJI}|<[@#!][^<>]*>|<[^<>|@#!][^<>|]*\\||` +
  // Not the beginning of an emoji, so that nothing can be read in two ways.
  `(?!${EMOJI})[^\\p{L}\\p{N}/／<])*?`;
const SIGN = /(?:notes?[*_~`\s]*[:：]|[/／]{2})/u.source;
const NOTE = new RegExp(`^${BEFORE}${SIGN}[*_~\`]*([^]*)$`, "iu");

/**
 * The words of a reply that is to stay inside: one that begins with `note:` or `//`, in any case and mark-up. Nothing (null) for a
 * reply that is to be texted; an empty note is still one. Takes a message's `text` as Slack carries it.
 */
export function internalNote(text: string): string | null {
  return NOTE.exec(text)?.[1]?.trim() ?? null;
}

/**
 * What follows the mention of the bot that a message's `text` begins with, where only such replies are texted; nothing (null) if
 * it begins with anything else. It may be a note all the same.
 */
export function addressedTo(text: string, botUserId: string): string | null {
  const [, id, rest] = /^[\s\u200b-\u200f\ufeff]*<@(\w+)(?:\|[^<>]*)?>([^]*)$/
    .exec(text) ?? [];
  if (id !== botUserId || rest === undefined) return null;
  return rest.replace(/^\s*[,:;](?=\s|$)/, "").trim();
}
