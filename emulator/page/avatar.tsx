import type { JSX } from "preact";
import { useDesk } from "./desk.ts";
import { emojiCharacter } from "./emoji.ts";

const colours = [
  "#b4552d",
  "#2f6f4f",
  "#3b5fa8",
  "#8a3f78",
  "#6a5acd",
  "#94660c",
  "#0f7386",
  "#a83b4b",
];

/** Known people get the colours in their order, so that neighbours differ; a name that an app made up, by its letters. */
function colourOf(id: string, known: string[]): string {
  let place = known.indexOf(id);
  if (place < 0) {
    place = [...id].reduce((sum, one) => sum * 7 + one.charCodeAt(0), 3);
  }
  return colours[place % colours.length] ?? "#555555";
}

/** A coloured square with an initial, or the emoji that an app posts under, where Slack shows a picture. */
export function Avatar(
  { id, name, emoji, size = 36 }: {
    id: string;
    name: string;
    /** With its colons, as in `icon_emoji`. */
    emoji?: string | undefined;
    size?: number;
  },
): JSX.Element {
  const character = emoji && emojiCharacter(emoji.replaceAll(":", ""));
  const known = useDesk().state.people.map((person) => person.id);
  const letter = /[\p{L}\p{N}]/u.exec(name)?.[0]?.toUpperCase() ??
    "#";
  const style = {
    width: `${size}px`,
    height: `${size}px`,
    fontSize: `${Math.round(size * (character ? 0.8 : 0.48))}px`,
    background: character ? "none" : colourOf(id, known),
  };
  return (
    <span class="avatar" style={style} aria-hidden="true">
      {character || letter}
    </span>
  );
}
