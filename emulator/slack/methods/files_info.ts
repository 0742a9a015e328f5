import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";
import { shownFile } from "../shown_file.ts";

export const filesInfo = defineMethod({
  name: "files.info",
  scopes: ["files:read"],
  tier: 4,
  args: z.object({ file: text }),
  run({ workspace }, args) {
    const file = workspace.files.get(args.file);
    if (!file?.complete) return refuse("file_not_found");
    return {
      file: {
        ...shownFile(workspace, file),
        // Where it was shared: the only way to learn the message's ts.
        shares: sharesOf(file.shares),
      },
      comments: [],
      response_metadata: { next_cursor: "" },
    };
  },
});

function sharesOf(
  shares: { channel: string; ts: string; thread_ts?: string }[],
) {
  const byChannel: Record<string, { ts: string; thread_ts?: string }[]> = {};
  for (const { channel, ...share } of shares) {
    (byChannel[channel] ??= []).push(share);
  }
  return { public: byChannel };
}
