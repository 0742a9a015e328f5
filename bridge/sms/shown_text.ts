import { BARE_URL } from "./bare_url.ts";
import { breakMarks } from "./break_marks.ts";

/** A run of a phone's text: words, or an address to be made a link of. */
export interface ShownPiece {
  text: string;
  url?: string;
}

/**
 * A phone's text for Slack's `text` field, which reads mrkdwn: shown as written, mentioning nobody. Where Slack would read
 * something into it, a zero-width space keeps the signs apart.
 */
export function shownText(body: string): string {
  const urls: string[] = [];
  const rest = plainBlocksText(body)
    .replace(BARE_URL, (url) => `\0${urls.push(url) - 1}\0`);
  const broken = breakMarks(rest)
    // A mention only works for a client that asks for it by `link_names`; nobody shall have to know.
    .replace(/@(?=channel|here|everyone|group)/gi, "@\u200b")
    .replace(/:(?=[\p{L}\p{N}_+'-]+:)/gu, ":\u200b");
  const whole = broken.replace(/\0(\d+)\0/g, (_, i) => urls[Number(i)] ?? "");
  // https://docs.slack.dev/messaging/formatting-message-text#escaping
  return whole.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

/**
 * A phone's text for a rich_text `text` element, or a plain_text object with `emoji: false`: they read no mark-up, so nothing
 * is escaped. Slack refuses an empty one, and a plain_text beyond 3,000 characters.
 */
export function plainBlocksText(body: string): string {
  const text = body.toWellFormed()
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n")
    // deno-lint-ignore no-control-regex
    .replace(/[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]/g, "")
    // Overrides turn letters round, as a name can be made to look like another; honest writing does without them.
    .replace(/[\u202d\u202e]/g, "");
  return text.split("\n").map(closed).join("\n");
}

/** {@link plainBlocksText} in runs, so that addresses can be made links in a rich_text section. */
export function shownPieces(body: string): ShownPiece[] {
  const text = plainBlocksText(body);
  const pieces: ShownPiece[] = [];
  let at = 0;
  for (const { 0: url, index } of text.matchAll(BARE_URL)) {
    if (index > at) pieces.push({ text: text.slice(at, index) });
    pieces.push({ text: url, url });
    at = index + url.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at) });
  return pieces;
}

// Closes what a line leaves open, so that nothing after it is turned round (https://unicode.org/reports/tr9/#Explicit_Directional_Embeddings).
function closed(line: string): string {
  const count = (marks: RegExp) => line.match(marks)?.length ?? 0;
  const embeddings = count(/[\u202a\u202b]/g) - count(/\u202c/g);
  const isolates = count(/[\u2066-\u2068]/g) - count(/\u2069/g);
  return line + "\u202c".repeat(Math.max(0, embeddings)) +
    "\u2069".repeat(Math.max(0, isolates));
}
