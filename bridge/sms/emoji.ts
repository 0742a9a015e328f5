import { emojiOf } from "./emoji_names.ts";

/** `:wave:` and `:wave::skin-tone-3:` as Unicode; a name that is not Slack's own stays as it was written. */
export function unicodeEmoji(
  text: string,
  wrap: (emoji: string) => string = (it) => it,
): string {
  let out = "";
  let at = 0;
  // Only the first colon is taken, so that the last one of no emoji can still be the first of the next.
  const names = /:(?=([a-z0-9_+-]+):(?::skin-tone-([2-6])(?:-([2-6]))?:)?)/g;
  for (const match of text.matchAll(names)) {
    const [, name = "", tone, second] = match;
    const emoji = emojiOf(name);
    const start = match.index;
    if (start < at || emoji === undefined) continue;
    let end = start + name.length + 2;
    // `:100:` is an emoji, but not in 10:100:15.
    if (/^\d+$/.test(name) && /\d/.test(`${text[start - 1]}${text[end]}`)) {
      continue;
    }
    if (tone) end += `:skin-tone-${tone}${second ? `-${second}` : ""}:`.length;
    const tones = [tone, second].filter((it) => it !== undefined);
    out += text.slice(at, start) + wrap(toned(emoji, tones));
    at = end;
  }
  return out + text.slice(at);
}

/**
 * Gives each person or hand in an emoji its tone. Slack counts tones from 2, Unicode's first is U+1F3FB
 * (https://unicode.org/reports/tr51/#Emoji_Modifiers_Table). Two people in one character take the first one's.
 */
function toned(emoji: string, tones: string[]): string {
  if (tones.length === 0) return emoji;
  let person = 0;
  return emoji.replace(/(\p{Emoji_Modifier_Base})\uFE0F?/gu, (_, base) => {
    const tone = tones[Math.min(person++, tones.length - 1)];
    return base + String.fromCodePoint(0x1f3fb - 2 + Number(tone));
  });
}
