import { GAP, MARKS, opening } from "./marks.ts";

/** Made when it is first asked: not every run needs it, and it takes its time. */
let openings: RegExp | undefined;

/** Puts something invisible after each mark that could begin a pair, and before a quote's, so that Slack formats nothing. */
export function breakMarks(text: string): string {
  openings ??= new RegExp(
    [...MARKS.map((it) => opening(it, `\\s${GAP}`)), opening("`", `\\n${GAP}`)]
      .join("|"),
    "gu",
  );
  return text.replace(/`(?=`)/g, `\`${GAP}`)
    .replace(openings, (mark) => mark + GAP)
    .replace(/^(?=&gt;|>)/gm, GAP);
}
