/** How many lines of a trace a person reads before they ask for all of it. */
const LONGEST = 150;

/**
 * The lines of a trace that matter to a violation: those that name what it is about, everything that the runs among
 * them did, and the large faults.
 */
export function excerpt(trace: readonly string[], sentence: string): string[] {
  const keys = sentence.match(
    /SM[0-9a-f]{32}|\d{10}\.\d{6}|\b[trlfs]\d+\b|\w+#\d+[b-z]?/g,
  ) ??
    [];
  const named = trace.filter((line) => keys.some((key) => line.includes(key)));
  const runs = new Set(
    named.flatMap((line) => /^\S+ (\w+#\d+)/.exec(line)?.[1] ?? []),
  );
  const matters = (line: string) => {
    const [, actor = ""] = line.split(/\s+/);
    return actor === "fault" || runs.has(actor.replace(/[b-z]$/, "")) ||
      keys.some((key) => line.includes(key));
  };
  return trace.filter(matters).slice(0, LONGEST);
}
