/** What people call a kind of file, by the first part of its media type, and how the names of such files may end. */
const KINDS: Record<string, string> = {
  image: "Picture",
  video: "Video",
  audio: "Recording",
};

/** Endings that are not the media type's own second part. */
const ENDINGS: Record<string, string> = {
  "application/msword": "doc",
  "application/vnd.apple.pkpass": "pkpass",
  "audio/mp4": "m4a",
  "audio/mpeg": "mp3",
  "image/jpeg": "jpg",
  "text/calendar": "ics",
  "text/directory": "vcf",
  "text/plain": "txt",
  "text/vcard": "vcf",
  "text/x-vcard": "vcf",
  "video/3gpp": "3gp",
  "video/quicktime": "mov",
};

/** What an attachment is called where people read it: "Picture", or "Picture 2 of 3" where there are several. */
export function attachmentTitle(
  type: string,
  number: number,
  count: number,
): string {
  const isCard = endingOf(type) === "vcf";
  const kind = isCard ? "Contact card" : KINDS[type.split("/")[0] ?? ""] ??
    "File";
  return count === 1 ? kind : `${kind} ${number} of ${count}`;
}

/** How the name of a file of some media type ends, without the dot. */
export function endingOf(type: string): string {
  const plain = type.split(";")[0]?.trim().toLowerCase() ?? "";
  const own = /^[a-z]+\/(?:x-)?([a-z0-9]{2,5})$/.exec(plain)?.[1];
  return ENDINGS[plain] ?? own ?? "bin";
}
