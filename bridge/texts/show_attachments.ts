import type {
  Attachment,
  CarrierText,
  Ends,
  Place,
  ThreadMessage,
} from "../ports.ts";
import { Refusal } from "../refusal.ts";
import { attachmentTitle } from "../sms/attachments.ts";
import { SKEW } from "../timing.ts";
import { settleThread } from "./settle_thread.ts";

/**
 * Shows the files of texts that stand in a thread, each in a message of its own, in the carrier's order. What cannot be
 * had is named with the reason; what gave no answer is tried again by catch-up. The thread itself tells which are there: files bear the carrier's ids in their names,
 * and what names a missing one bears them in its metadata. So it is safe to do at any time, and by several at once.
 * @param messages what is known to stand in the thread already.
 */
export async function showAttachments(
  ends: Ends,
  place: Place,
  texts: CarrierText[],
  messages: ThreadMessage[] = [],
): Promise<void> {
  const due = texts.filter((text) =>
    text.mediaCount > 0 && settled(text, messages).size < text.mediaCount
  );
  for (const text of due) await showThose(ends, place, text, messages);
  if (due.length > 0) await settleThread(ends, place, due);
}

/** Everything is fetched before anything is shown: together they are fetched quickly, one by one they stay in order. */
async function showThose(
  ends: Ends,
  place: Place,
  text: CarrierText,
  messages: ThreadMessage[],
): Promise<void> {
  const { carrier, desk } = ends;
  const attachments = withUnlisted(text, await carrier.attachmentsOf(text));
  const known = settled(text, messages);
  const brought = await Promise.all(
    attachments.map(async (attachment, at) => ({
      attachment,
      title: attachmentTitle(attachment.type, at + 1, attachments.length),
      file: known.has(attachment.sid)
        ? null
        : await bring(ends, attachment, text),
    })),
  );
  const shown = await desk.shownIn(place, text.createdAt - SKEW);
  for (const { attachment, title, file } of brought) {
    const states = statesOf(attachment, shown);
    if (file === null || states.includes("shown")) continue;
    if (!(file instanceof Refusal)) {
      await desk.showFile(place, { id: file, title, attachment });
    } else if (states.length === 0) {
      await desk.sayMissing(place, { title, attachment }, file);
    }
  }
}

/** @returns Slack's id of the file, or why there is none. */
async function bring(
  { carrier, desk }: Ends,
  attachment: Attachment,
  text: CarrierText,
): Promise<string | Refusal> {
  if (attachment.sid.startsWith(UNLISTED)) return gone();
  try {
    const bytes = await carrier.bytesOf(attachment, text);
    return await desk.bringFile(attachment, bytes);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Which attachments of a text need nothing more: they stand in the thread, or are named there as missing for good. */
function settled({ sid }: CarrierText, messages: ThreadMessage[]): Set<string> {
  return new Set(
    messages.flatMap(({ attachment }) =>
      attachment?.text === sid && attachment.state !== "missing yet"
        ? [attachment.sid]
        : []
    ),
  );
}

/** What a thread says of an attachment. */
function statesOf({ text, sid }: Attachment, messages: ThreadMessage[]) {
  return messages.flatMap(({ attachment }) =>
    attachment?.text === text && attachment.sid === sid
      ? [attachment.state]
      : []
  );
}

const UNLISTED = "unlisted";

/** The listed attachments, and as many unknown ones as the text says it came with beyond those. */
function withUnlisted(
  { sid, mediaCount }: CarrierText,
  listed: Attachment[],
): Attachment[] {
  const missing = Math.max(0, mediaCount - listed.length);
  const unlisted = Array.from({ length: missing }, (_, at) => ({
    sid: `${UNLISTED}-${at + 1}`,
    text: sid,
    type: "",
  }));
  return [...listed, ...unlisted];
}

const gone = () =>
  new Refusal(
    "The carrier does not have it any more.",
    "Ask them to send it again.",
  );
