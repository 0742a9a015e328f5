import { type Desk, shownName } from "../desk.ts";
import { findEmoji } from "../emoji.ts";

/** One thing that the composer offers while one types. */
export interface Suggestion {
  key: string;
  title: string;
  note: string;
  /** A character; none for a person, who has a picture. */
  mark?: string;
  /** What takes the place of what was typed; undefined for a shortcut, which is run. */
  text?: string;
  triggerId?: string;
}

/** Where in the text the offered thing goes. */
export interface Offer {
  from: number;
  to: number;
  heading: string;
  suggestions: Suggestion[];
}

/** Shortcuts after `/` at the very start, people after `@`, channels after `#`, emoji after `:`. Null for nothing to offer. */
export function offerFor(
  desk: Desk,
  text: string,
  caret: number,
): Offer | null {
  const before = text.slice(0, caret);
  const slash = /^\/([^\n]*)$/.exec(before);
  if (slash) {
    return offer("Shortcuts", 0, caret, shortcuts(desk, slash[1] ?? ""));
  }
  const word = /(?:^|\s)([@#:])([\w+-]*)$/.exec(before);
  const [, sign, typed = ""] = word ?? [];
  const from = caret - typed.length - 1;
  if (sign === "@") return offer("People", from, caret, people(desk, typed));
  if (sign === "#") {
    return offer("Channels", from, caret, channels(desk, typed));
  }
  if (sign === ":" && typed.length > 1) {
    return offer("Emoji", from, caret, emoji(typed));
  }
  return null;
}

function offer(
  heading: string,
  from: number,
  to: number,
  suggestions: Suggestion[],
): Offer | null {
  return suggestions.length > 0 ? { from, to, heading, suggestions } : null;
}

function shortcuts(desk: Desk, typed: string): Suggestion[] {
  const wanted = typed.trim().toLowerCase();
  return desk.state.shortcuts
    .filter(({ name }) => name.toLowerCase().includes(wanted))
    .map(({ name, description, trigger_id }) => ({
      key: trigger_id,
      title: name,
      note: description || `Workflow · ${desk.workspace.bot.name ?? "App"}`,
      mark: "⚡",
      triggerId: trigger_id,
    }));
}

function people(desk: Desk, typed: string): Suggestion[] {
  const wanted = typed.toLowerCase();
  return desk.state.people
    .filter((person) =>
      person.name.toLowerCase().startsWith(wanted) ||
      shownName(person).toLowerCase().includes(wanted)
    )
    .map((person) => ({
      key: person.id,
      title: shownName(person),
      note: person.name,
      text: `@${person.name} `,
    }));
}

function channels(desk: Desk, typed: string): Suggestion[] {
  return desk.state.channels
    .filter(({ name, is_im }) => !is_im && name.includes(typed.toLowerCase()))
    .map(({ id, name }) => ({
      key: id,
      title: name,
      note: "",
      mark: "#",
      text: `#${name} `,
    }));
}

function emoji(typed: string): Suggestion[] {
  return findEmoji(typed).slice(0, 8).map(({ name, character }) => ({
    key: name,
    title: `:${name}:`,
    note: "",
    mark: character,
    text: `${character} `,
  }));
}
