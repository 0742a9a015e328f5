import { GAP, MARKS, opening } from "./marks.ts";

function pair(mark: string): RegExp {
  const space = `\\s${GAP}`;
  return new RegExp(
    `${opening(mark, space)}([^${mark}\\n]*[^${space}${mark}])` +
      `${mark}(?![\\p{L}\\p{N}${mark}])`,
    "gu",
  );
}

const PAIRS = MARKS.map(pair);

/** Code within a line: its marks go, and nothing in it is formatted. Unlike other marks, these may have spaces inside. */
export const CODE = new RegExp(
  `${opening("`", `\\n${GAP}`)}([^\`\\n]*[^\`\\n${GAP}])\`(?![\\p{L}\\p{N}\`])`,
  "gu",
);

/** Code on lines of its own, with the line breaks next to its marks. */
export const CODE_BLOCK = /```\n?([^]*?)\n?```/g;

/** Takes the marks of bold, italic and struck-out text away, and those of quotes. */
export function dropMarks(text: string): string {
  return PAIRS.reduce((it, marks) => it.replace(marks, "$1"), text)
    .replace(/^(?:(?:&gt;|>){3}|&gt;|>) ?/gm, "");
}
