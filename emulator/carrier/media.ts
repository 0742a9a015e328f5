import type { Ids } from "../ids.ts";
import type { Media } from "./message.ts";

const CONTENT_TYPES: Record<string, string> = {
  gif: "image/gif",
  jpeg: "image/jpeg",
  jpg: "image/jpeg",
  mp3: "audio/mpeg",
  mp4: "video/mp4",
  pdf: "application/pdf",
  png: "image/png",
  vcf: "text/vcard",
};

/** A file sent along with a text; what it is, its name's ending tells. */
export function mediaAt(url: string, ids: Ids): Media {
  return { sid: ids.twilio("ME"), content_type: contentTypeOf(url), url };
}

function contentTypeOf(url: string): string {
  const ending = url.split(/[?#]/, 1)[0]?.split(".").at(-1) ?? "";
  return CONTENT_TYPES[ending.toLowerCase()] ?? "application/octet-stream";
}
