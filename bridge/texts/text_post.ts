import type { Ends } from "../ports.ts";
import { answerCommand } from "./answer_command.ts";
import { type Post, textDirect } from "./text_reply.ts";
import { textSendLine } from "./text_send_line.ts";

/**
 * Does what a message in a channel itself is for: in a direct channel all that people write is for the contact, and in a
 * shared one a line may be a command.
 */
export async function textPost(ends: Ends, post: Post): Promise<unknown> {
  const row = await ends.places.at(post.channel);
  const direct = await textDirect(ends, post, row);
  if (direct) return direct;
  return /^\s*clerk\s*$/i.test(post.text)
    ? await answerCommand(ends, post)
    : await textSendLine(ends, post, row);
}
