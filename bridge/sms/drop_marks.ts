import { GAP, MARKS, opening } from "./marks.ts";

// Made when they are first asked: not every run needs them, and they take their time.
let pairs: RegExp[] | undefined;
let codeInLine: RegExp | undefined;

/** Takes the marks of bold, italic and struck-out text away, and those of quotes. */
export function dropMarks(text: string): string {
  pairs ??= MARKS.map(pair);
  return pairs.reduce((it, marks) => it.replace(marks, "$1"), text)
    .replace(/^(?:(?:&gt;|>){3}|&gt;|>) ?/gm, "");
}

function pair(mark: string): RegExp {
  const space = `\\s${GAP}`;
  return new RegExp(
    `${opening(mark, space)}([^${mark}\\n]*[^${space}${mark}])` +
      `${mark}(?![\\p{L}\\p{N}${mark}])`,
    "gu",
  );
}

/**
 * Takes the marks of code away, with the line breaks next to them where it has lines of its own: nothing in it is formatted.
 * @param keep what becomes of the code itself.
 */
export function dropCodeMarks(
  text: string,
  keep: (code: string) => string,
): string {
  // Unlike other marks, these may have spaces inside.
  codeInLine ??= new RegExp(
    `${opening("`", `\\n${GAP}`)}([^\`\\n]*[^\`\\n${GAP}])` +
      "`(?![\\p{L}\\p{N}`])",
    "gu",
  );
  return text.replace(/```\n?([^]*?)\n?```/g, (_, code) => keep(code))
    .replace(codeInLine, (_, code) => keep(code));
}
