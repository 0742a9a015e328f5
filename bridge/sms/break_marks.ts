import { GAP, MARKS, opening } from "./marks.ts";

const OPENINGS = new RegExp(
  [...MARKS.map((it) => opening(it, `\\s${GAP}`)), opening("`", `\\n${GAP}`)]
    .join("|"),
  "gu",
);

/** Puts something invisible after each mark that could begin a pair, and before a quote's, so that Slack formats nothing. */
export function breakMarks(text: string): string {
  return text.replace(/`(?=`)/g, `\`${GAP}`)
    .replace(OPENINGS, (mark) => mark + GAP)
    .replace(/^(?=&gt;|>)/gm, GAP);
}
