import type { Attachment } from "../ports.ts";
import { endingOf } from "../sms/attachments.ts";

/** What an own file's name says: which attachment of which text it shows. Nobody sees it but who downloads the file. */
export function nameOf({ text, sid, type }: Attachment): string {
  return `${text}-${sid}.${endingOf(type)}`;
}

/** The attachment that a file with such a name shows. */
export function attachmentNamed(
  name: string | undefined,
): { text: string; sid: string } | null {
  const parts = /^((?:SM|MM)[0-9a-f]{32})-(ME[0-9a-f]{32})\./.exec(name ?? "");
  return parts?.[1] && parts[2] ? { text: parts[1], sid: parts[2] } : null;
}
