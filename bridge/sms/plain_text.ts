import { BARE_URL } from "./bare_url.ts";
import { dropCodeMarks, dropMarks } from "./drop_marks.ts";
import { unicodeEmoji } from "./emoji.ts";
import {
  decodeEntities,
  type Names,
  readToken,
  SLACK_TOKEN,
} from "./slack_token.ts";

/**
 * What Slack carries as a message's `text`, in what a phone can show: mentions as names, links as addresses, emoji as
 * Unicode, and no marks. A person missing from `names` becomes @someone.
 */
export function plainText(text: string, names: Names = new Map()): string {
  // What is read is put aside, so that nothing that follows reads it again; a NUL is in no text a phone can show.
  const kept: string[] = [];
  const keep = (piece: string) => `\0${kept.push(piece) - 1}\0`;
  const restore = (part: string): string =>
    part.replace(/\0(\d+)\0/g, (_, index) => restore(kept[index] ?? ""));
  const keepDecoded = (part: string) => keep(decodeEntities(part));

  const read = text.replaceAll("\0", "")
    .replace(
      SLACK_TOKEN,
      (_, inside) => keep(readToken(inside, names).replaceAll("\0", "")),
    );
  const rest = dropCodeMarks(read, keepDecoded).replace(BARE_URL, keepDecoded);
  return restore(decodeEntities(dropMarks(unicodeEmoji(rest, keep))));
}

/** The users a text mentions, once each: whose names {@link plainText} will want. */
export function mentionedUsers(text: string): string[] {
  return idsIn(text, /<@(\w+)/g);
}

/** The channels a text mentions, once each: Slack does not always give their names. */
export function mentionedChannels(text: string): string[] {
  return idsIn(text, /<#(\w+)/g);
}

function idsIn(text: string, mention: RegExp): string[] {
  const ids = [...text.matchAll(mention)].map(([, id]) => id ?? "");
  return [...new Set(ids)];
}
