// Slack formats what stands between two marks only if they touch it inside, and no letter or digit outside; never over the end
// of a line. So `2*3*4`, snake_case_words and ` * ` are left alone. What is zero wide counts as a space here.
export const GAP = "\u200b";

/** How a pair of marks begins: the mark, with what may not stand before and after it. */
export function opening(mark: string, notAfter: string): string {
  return `(?<![\\p{L}\\p{N}${mark}])${mark}(?![${notAfter}${mark}]|$)`;
}

/** The marks of bold, italic and struck-out text, as a pattern writes them. */
export const MARKS = ["\\*", "_", "~"];
