// Slack formats what stands between two marks only if they touch it inside, and no letter or digit outside; never over the end
// of a line. So `2*3*4`, snake_case_words and ` * ` are left alone. What is zero wide counts as a space here.
const GAP = "\u200b";

/** How a pair of marks begins: the mark, with what may not stand before and after it. */
function opening(mark: string, notAfter: string): string {
  return `(?<![\\p{L}\\p{N}${mark}])${mark}(?![${notAfter}${mark}]|$)`;
}

function pair(mark: string): RegExp {
  const space = `\\s${GAP}`;
  return new RegExp(
    `${opening(mark, space)}([^${mark}\\n]*[^${space}${mark}])` +
      `${mark}(?![\\p{L}\\p{N}${mark}])`,
    "gu",
  );
}

const MARKS = ["\\*", "_", "~"];
const PAIRS = MARKS.map(pair);
const OPENINGS = new RegExp(
  [...MARKS.map((it) => opening(it, `\\s${GAP}`)), opening("`", `\\n${GAP}`)]
    .join("|"),
  "gu",
);

/** Code within a line: its marks go, and nothing in it is formatted. Unlike other marks, these may have spaces inside. */
export const CODE = new RegExp(
  `${opening("`", `\\n${GAP}`)}([^\`\\n]*[^\`\\n${GAP}])\`(?![\\p{L}\\p{N}\`])`,
  "gu",
);

/** Code on lines of its own, with the line breaks next to its marks. */
export const CODE_BLOCK = /```\n?([^]*?)\n?```/g;

/** A web address in running text, encoded or not, without the punctuation or marks after it. */
export const BARE_URL =
  /https?:\/\/(?:&amp;|(?!&(?:amp|lt|gt);)[^\s<>|\0`])*(?:&amp;|(?!&(?:amp|lt|gt);)[^\s<>|\0*_~`.,:;!?)\]}'"”’])/gi;

/** Takes the marks of bold, italic and struck-out text away, and those of quotes. */
export function dropMarks(text: string): string {
  return PAIRS.reduce((it, marks) => it.replace(marks, "$1"), text)
    .replace(/^(?:(?:&gt;|>){3}|&gt;|>) ?/gm, "");
}

/** Puts something invisible after each mark that could begin a pair, and before a quote's, so that Slack formats nothing. */
export function breakMarks(text: string): string {
  return text.replace(/`(?=`)/g, `\`${GAP}`)
    .replace(OPENINGS, (mark) => mark + GAP)
    .replace(/^(?=&gt;|>)/gm, GAP);
}
