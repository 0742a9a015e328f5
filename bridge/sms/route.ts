/** A rule that says where new conversations begin. */
export interface Route {
  /** What it goes by: how the first text begins, or a tag of the contact. */
  by: "keyword" | "tag";
  word: string;
  channel: string;
}

/**
 * The rule that holds for a new conversation, or nothing. What somebody says now counts for more than what they are; of
 * several rules of a kind the first one holds.
 * @param text the first text; null where a teammate or a workflow begins.
 */
export function routeFor(
  routes: Route[],
  text: string | null,
  tags: string[],
): Route | undefined {
  const own = tags.map(folded);
  return routes.find(({ by, word }) =>
    by === "keyword" && text !== null && beginsWith(text, word)
  ) ?? routes.find(({ by, word }) =>
    by === "tag" && own.includes(folded(word))
  );
}

/** The rule as one line; {@link readRoute} reads it. */
export function writtenRoute({ by, word, channel }: Route): string {
  return `${by} ${channel} ${word}`;
}

/** The rule that a line was written from, or nothing. */
export function readRoute(line: string): Route | undefined {
  const [, by, channel, word] = /^(keyword|tag) (\S+) (.+)$/su.exec(line) ?? [];
  if (by !== "keyword" && by !== "tag" || !channel || !word) return;
  return { by, channel, word };
}

/** Whether a text begins with these words, whole ones, in whatever case. */
function beginsWith(text: string, words: string): boolean {
  const start = folded(text);
  const wanted = folded(words);
  if (!start.startsWith(wanted)) return false;
  return !/^[\p{L}\p{N}]/u.test(start.slice(wanted.length));
}

function folded(text: string): string {
  return text.normalize("NFC").trim().replace(/\s+/gu, " ").toLowerCase();
}
