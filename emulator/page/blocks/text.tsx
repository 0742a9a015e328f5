import type { JSX } from "preact";
import { emojiCharacter } from "../emoji.ts";
import { Mrkdwn } from "../mrkdwn_view.tsx";
import type { TextObject } from "./block_kit.ts";

/** Plain text with `:emoji:` turned into characters, as Slack does unless told not to. */
export function plainText(text: TextObject): string {
  if (text.emoji === false) return text.text;
  return text.text.replace(
    /:([a-z0-9_+'-]+(?:::skin-tone-[2-6])?):/g,
    (written, name) => emojiCharacter(name) ?? written,
  );
}

export function Text({ text }: { text: TextObject }): JSX.Element {
  if (text.type === "mrkdwn") return <Mrkdwn text={text.text} />;
  return <span class="plain">{plainText(text)}</span>;
}
