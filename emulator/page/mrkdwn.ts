/** A piece of a message on one line, as mrkdwn says it. */
export type Inline =
  | { kind: "text"; text: string }
  | { kind: "bold" | "italic" | "strike"; parts: Inline[] }
  | { kind: "code"; text: string }
  | { kind: "link"; url: string; label: string }
  | { kind: "user"; id: string; label: string }
  | { kind: "channel"; id: string; label: string }
  | { kind: "group"; id: string; label: string }
  | { kind: "broadcast"; label: string }
  | { kind: "date"; at: number; format: string; url: string; label: string }
  | { kind: "emoji"; name: string };

export type Paragraph =
  | { kind: "lines"; parts: Inline[] }
  | { kind: "quote"; parts: Inline[] }
  | { kind: "pre"; text: string };

/** Slack escapes these three characters and no other: https://docs.slack.dev/messaging/formatting-message-text */
export function unescapeText(text: string): string {
  return text.replace(
    /&(amp|lt|gt);/g,
    (_, name) => name === "amp" ? "&" : name === "lt" ? "<" : ">",
  );
}

/** Reads Slack's own mark-up. What it cannot read as mark-up stays text. */
export function parseMrkdwn(source: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  source.split(/```\n?([\s\S]+?)\n?```/).forEach((piece, index) => {
    if (index % 2 === 1) {
      paragraphs.push({ kind: "pre", text: unescapeText(unlinked(piece)) });
    } else if (piece) {
      paragraphs.push(...parseLines(piece));
    }
  });
  return paragraphs;
}

function unlinked(text: string): string {
  return text.replace(
    /<([^<>|]+)(?:\|([^<>]*))?>/g,
    (_, to, label) => label ?? to,
  );
}

function parseLines(source: string): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let kind: "lines" | "quote" | undefined;
  let held: string[] = [];
  const flush = () => {
    const text = held.join("\n");
    if (kind && text) paragraphs.push({ kind, parts: parseInline(text) });
    held = [];
  };
  for (const line of source.replace(/^\n|\n$/g, "").split("\n")) {
    const quoted = /^(?:&gt;|>)\s?(.*)$/.exec(line);
    const next = quoted ? "quote" : "lines";
    if (next !== kind) flush();
    kind = next;
    held.push(quoted ? quoted[1] ?? "" : line);
  }
  flush();
  return paragraphs;
}

const marks = { "*": "bold", "_": "italic", "~": "strike" } as const;

/** One alternative per thing that can start at a place in the line. */
const opening =
  /<([^<>\n]+)>|`([^`\n]+)`|:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):|(https?:\/\/[^\s<>|]*[^\s<>|.,;:!?'")\]])|(?<![\p{L}\p{N}])([*_~])(?=\S)((?:(?!\5)[^\n])*?[^\s\n])\5(?![\p{L}\p{N}])/gu;

export function parseInline(source: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  for (const match of source.matchAll(opening)) {
    if (match.index > end) parts.push(plain(source.slice(end, match.index)));
    parts.push(partOf(match));
    end = match.index + match[0].length;
  }
  if (end < source.length) parts.push(plain(source.slice(end)));
  return parts;
}

function partOf(match: RegExpMatchArray): Inline {
  const [, token, code, emoji, url, mark, marked = ""] = match;
  if (token !== undefined) return partOfToken(token);
  if (code !== undefined) return { kind: "code", text: unescapeText(code) };
  if (emoji !== undefined) return { kind: "emoji", name: emoji };
  if (url !== undefined) {
    return { kind: "link", url: unescapeText(url), label: unescapeText(url) };
  }
  const kind = mark === "*" ? marks["*"] : mark === "_" ? marks._ : marks["~"];
  return { kind, parts: parseInline(marked) };
}

function partOfToken(token: string): Inline {
  const bar = token.indexOf("|");
  const target = bar < 0 ? token : token.slice(0, bar);
  const label = bar < 0 ? "" : unescapeText(token.slice(bar + 1));
  if (target.startsWith("@")) {
    return { kind: "user", id: target.slice(1), label };
  }
  if (target.startsWith("#")) {
    return { kind: "channel", id: target.slice(1), label };
  }
  if (target.startsWith("!")) {
    const [word = "", ...rest] = target.slice(1).split("^");
    if (word === "date") return dateOf(rest, label);
    if (word === "subteam") return { kind: "group", id: rest[0] ?? "", label };
    return { kind: "broadcast", label: label || `@${word}` };
  }
  const url = unescapeText(target);
  return {
    kind: "link",
    url,
    label: label || url.replace(/^mailto:|^tel:/, ""),
  };
}

/** @param rest Unix seconds, a format, and an address where the date is a link */
function dateOf([seconds, format = "", url = ""]: string[], label: string) {
  const at = Number(seconds) * 1000;
  return Number.isNaN(at) ? plain(label) : {
    kind: "date" as const,
    at,
    format: unescapeText(format),
    url: unescapeText(url),
    label,
  };
}

function plain(text: string): Inline {
  return { kind: "text", text: unescapeText(text) };
}
