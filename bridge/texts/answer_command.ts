import type { Ends } from "../ports.ts";
import type { Post } from "./text_reply.ts";

/** Answers the bare word `clerk` to its author alone, with a button that opens the dashboard. */
export async function answerCommand(
  { desk, settings }: Ends,
  { channel, author }: Post,
): Promise<{ answered: true }> {
  const { dashboardUrl } = await settings.read();
  await desk.tell(
    { channel },
    author,
    "Send a text, and see who is waiting for an answer.",
    dashboardUrl ? { text: "Open Clerk", url: dashboardUrl } : undefined,
  );
  return { answered: true };
}
