import * as z from "zod/mini";
import { count, text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";

/** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
export const filesGetUploadUrlExternal = defineMethod({
  name: "files.getUploadURLExternal",
  scopes: ["files:write"],
  tier: 4,
  args: z.object({ filename: text, length: count }),
  run({ workspace, caller }, { filename, length }) {
    if (!filename || length < 1) refuse("invalid_arguments");
    const file = workspace.files.announce(filename, length, caller.user_id);
    return { upload_url: workspace.files.uploadUrl(file), file_id: file.id };
  },
});
