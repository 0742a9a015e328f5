import type { Scene } from "./scene.ts";

/** Uploads a file to Slack as a person does, and shares it with nobody yet. @returns its id. */
export async function upload(
  { scene: { surface }, token }: { scene: Scene; token: string },
  filename: string,
  contents: string | Uint8Array<ArrayBuffer>,
): Promise<string> {
  const bytes = typeof contents === "string"
    ? new TextEncoder().encode(contents)
    : contents;
  const { upload_url, file_id } = await surface.slack<
    { upload_url: string; file_id: string }
  >(token, "files.getUploadURLExternal", { filename, length: bytes.length });
  await surface.upload(upload_url, "application/octet-stream", bytes);
  return file_id;
}
