/** What a file is, by the ending of its name: media type and Slack's own word for it. */
const KINDS: Readonly<Record<string, [string, string]>> = {
  csv: ["text/csv", "CSV"],
  gif: ["image/gif", "GIF"],
  jpeg: ["image/jpeg", "JPEG"],
  jpg: ["image/jpeg", "JPEG"],
  json: ["application/json", "JSON"],
  mp3: ["audio/mpeg", "MP3"],
  mp4: ["video/mp4", "MPEG 4 Video"],
  pdf: ["application/pdf", "PDF"],
  png: ["image/png", "PNG"],
  svg: ["image/svg+xml", "SVG"],
  txt: ["text/plain", "Plain Text"],
  vcf: ["text/vcard", "VCard"],
  webp: ["image/webp", "WebP"],
};

export function endingOf(name: string): string {
  return /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
}

export function mediaType(name: string): string {
  return KINDS[endingOf(name)]?.[0] ?? "application/octet-stream";
}

export function prettyType(name: string): string {
  return KINDS[endingOf(name)]?.[1] ?? "Binary";
}
