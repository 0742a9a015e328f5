import { unicodeEmoji } from "./emoji.ts";
import { BARE_URL, dropMarks } from "./marks.ts";
import {
  decodeEntities,
  type Names,
  readToken,
  SLACK_TOKEN,
} from "./slack_token.ts";

// What is taken out before marks are looked for, because Slack formats nothing inside it.
const CODE_BLOCK = /```\n?([^]*?)\n?```/g;
const CODE = /(?<![\p{L}\p{N}`])`([^`\n]+)`(?![\p{L}\p{N}`])/gu;

/**
 * What Slack carries as a message's `text`, in what a phone can show: mentions as names, links as addresses, emoji as
 * Unicode, and no marks. A person missing from `names` becomes @someone.
 */
export function plainText(text: string, names: Names = new Map()): string {
  const kept: string[] = [];
  const keep = (piece: string) => `\0${kept.push(piece) - 1}\0`;
  const keepCode = (_: string, code: string) => keep(readCode(code, names));

  let rest = text.replaceAll("\0", "")
    .replace(CODE_BLOCK, keepCode)
    .replace(CODE, keepCode)
    .replace(SLACK_TOKEN, (_, inside) => keep(readToken(inside, names)))
    .replace(BARE_URL, (url) => keep(decodeEntities(url)));
  rest = decodeEntities(dropMarks(unicodeEmoji(rest, keep)));
  return rest.replace(/\0(\d+)\0/g, (_, index) => kept[Number(index)] ?? "");
}

/** The users a text mentions, once each: whose names {@link plainText} will want. */
export function mentionedUsers(text: string): string[] {
  return idsIn(text, /<@(\w+)/g);
}

/** The channels a text mentions without always giving their names, once each. */
export function mentionedChannels(text: string): string[] {
  return idsIn(text, /<#(\w+)/g);
}

function readCode(code: string, names: Names): string {
  let out = "";
  let at = 0;
  for (const token of code.matchAll(SLACK_TOKEN)) {
    out += decodeEntities(code.slice(at, token.index)) +
      readToken(token[1] ?? "", names);
    at = token.index + token[0].length;
  }
  return out + decodeEntities(code.slice(at));
}

function idsIn(text: string, mention: RegExp): string[] {
  const ids = [...text.matchAll(mention)].map(([, id]) => id ?? "");
  return [...new Set(ids)];
}
