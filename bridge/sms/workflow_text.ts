/** The longest string in a workflow, in bytes (https://docs.slack.dev/tools/deno-slack-sdk/reference/slack-types). */
const LONGEST = 4000;

/** A text as a workflow takes it: one that is too long is cut, at a whole character. */
export function fitWorkflow(text: string): string {
  const bytes = new TextEncoder().encode(text.toWellFormed());
  if (bytes.length <= LONGEST) return text.toWellFormed();
  const cut = new TextDecoder().decode(bytes.slice(0, LONGEST));
  return cut.replace(/\ufffd+$/, "");
}
