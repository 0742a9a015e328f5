// Slack formats what stands between two marks only if they touch it inside, and no letter or digit outside; never over the end
// of a line. So `2*3*4`, snake_case_words and ` * ` are left alone. What is zero wide counts as a space here.
function between(mark: string): RegExp {
  const space = "\\s\\u200b";
  return new RegExp(
    `(?<![\\p{L}\\p{N}${mark}])${mark}` +
      `([^${space}${mark}](?:[^${mark}\\n]*[^${space}${mark}])?)` +
      `${mark}(?![\\p{L}\\p{N}${mark}])`,
    "gu",
  );
}

const FORMATTED = [between("\\*"), between("_"), between("~")];
const CODE = between("`");

/** A web address in running text, without the punctuation or marks after it. */
export const BARE_URL = /https?:\/\/[^\s<>|\0]*[^\s<>|\0*_~`.,:;!?)\]}'"”’]/gi;

/** Takes the marks of bold, italic and struck-out text away, and those of quotes. */
export function dropMarks(text: string): string {
  return FORMATTED.reduce((it, mark) => it.replace(mark, "$1"), text)
    .replace(/^(?:(?:&gt;|>){3}|&gt;|>) ?/gm, "");
}

/** Puts something invisible inside each pair of marks, and before each quote's, so that Slack formats none of them. */
export function breakMarks(text: string): string {
  return [...FORMATTED, CODE].reduce(
    (it, mark) =>
      it.replace(
        mark,
        (pair, inside) => `${pair[0]}\u200b${inside}\u200b${pair[0]}`,
      ),
    text,
  ).replace(/```/g, "`\u200b`\u200b`").replace(/^(?=&gt;|>)/gm, "\u200b");
}
