import * as z from "zod/mini";
import type { Attachment, Clock, Place } from "../ports.ts";
import { Outage, Refusal, UnknownFate } from "../refusal.ts";
import { nameOf } from "./file_names.ts";
import { threadOf } from "./posting.ts";
import type { ThreadReader } from "./thread.ts";
import { Nothing, SlackRefused, type WebApi } from "./web_api.ts";

const Taken = z.object({ upload_url: z.string(), file_id: z.string() });

/** How long an upload may take (milliseconds). */
const TIME_OUT = 15_000;

/** After how long (milliseconds) a shared file stands in its thread: Slack posts the message after its answer. */
const SHARED_AFTER = 2_000;

/** Brings an attachment to Slack, as {@link bringBytes} does. */
export async function bringFile(
  api: WebApi,
  attachment: Attachment,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  return await bringBytes(api, nameOf(attachment), bytes);
}

/**
 * Brings a file to Slack, where nobody sees it yet (https://docs.slack.dev/messaging/working-with-files). One that is
 * never shared vanishes by itself.
 * @returns Slack's id of it.
 * @throws Refusal when Slack does not take such a file.
 */
export async function bringBytes(
  api: WebApi,
  filename: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<string> {
  try {
    const { upload_url, file_id } = await api.call(
      "files.getUploadURLExternal",
      { filename, length: bytes.length },
      Taken,
    );
    if (!await upload(upload_url, bytes) && !await upload(upload_url, bytes)) {
      throw new Outage("Slack did not take an upload");
    }
    return file_id;
  } catch (error) {
    throw notTaken(error) ?? error;
  }
}

/**
 * Shows a file that has been brought, in a message of its own in the thread. Slack has no idempotency key for this: when
 * no answer comes, it is looked for by its name before it is shown again.
 */
export async function shareFile(
  api: WebApi,
  reader: ThreadReader,
  clock: Clock,
  place: Place,
  file: { id: string; title: string; attachment: Attachment },
): Promise<void> {
  const start = clock.now();
  const args = {
    files: [{ id: file.id, title: file.title }],
    channel_id: place.channel,
    thread_ts: threadOf(place),
  };
  for (let tries = 0; tries < 2; tries++) {
    try {
      await api.once("files.completeUploadExternal", args, Nothing);
      return;
    } catch (error) {
      if (!(error instanceof UnknownFate)) throw notTaken(error) ?? error;
      await clock.sleep(SHARED_AFTER);
      const raw = place.direct
        ? await reader.history(place.channel, start)
        : await reader.replies(place, start);
      const name = nameOf(file.attachment);
      const stands = raw.some(({ files }) =>
        files?.some((each) => each.name === name)
      );
      if (stands) return;
    }
  }
  throw new UnknownFate("no answer from Slack to a shared file");
}

async function upload(
  url: string,
  body: Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const overdue = new AbortController();
  const timer = setTimeout(() => overdue.abort(), TIME_OUT);
  try {
    const { signal } = overdue;
    const response = await fetch(url, { method: "POST", body, signal });
    await response.body?.cancel();
    return response.ok;
  } catch (error) {
    const isLost = error instanceof TypeError ||
      error instanceof Error && error.name === "AbortError";
    if (!isLost) throw error;
    return false;
  } finally {
    clearTimeout(timer);
  }
}

/** Slack's words for a workspace in which the file is not welcome. */
const UNWELCOME = [
  "file_type_not_allowed",
  "file_uploads_disabled",
  "file_uploads_except_images_disabled",
  "storage_limit_reached",
];

function notTaken(error: unknown): Refusal | null {
  return error instanceof SlackRefused && UNWELCOME.includes(error.code)
    ? new Refusal(
      "This Slack workspace does not take such files.",
      "Ask a workspace admin, or look at it in the Twilio console.",
    )
    : null;
}
