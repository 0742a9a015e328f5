/** What stays as it is: code in fences, and code in a line. */
const code = /(```[\s\S]*?```|`[^`\n]+`)/;

/**
 * Ordinary Markdown, as a markdown block holds it, in Slack's own mark-up.
 * https://docs.slack.dev/reference/block-kit/blocks/markdown-block
 */
export function mrkdwnOf(markdown: string): string {
  return escaped(markdown).split(code)
    .map((piece, at) => at % 2 === 1 ? piece : marked(piece))
    .join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function marked(text: string): string {
  return text
    .replace(/!?\[([^\]\n]*)\]\(([^)\s]+)\)/g, "<$2|$1>")
    .replace(/^(\s*)[-*+] +/gm, "$1• ")
    // A mark of its own, so that bold is not taken for the italic that is written with one star.
    .replace(/(\*\*|__)(?=\S)(.+?)\1/g, "\uE000$2\uE000")
    .replace(/^#{1,6} +(.+?) *#*$/gm, "\uE000$1\uE000")
    .replace(/\*(?=\S)([^*\n]+?)\*/g, "_$1_")
    .replace(/~~(?=\S)(.+?)~~/g, "~$1~")
    .replace(/\uE000+/g, "*");
}
