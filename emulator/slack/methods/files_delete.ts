import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";

export const filesDelete = defineMethod({
  name: "files.delete",
  scopes: ["files:write"],
  tier: 3,
  args: z.object({ file: text }),
  run({ workspace, caller }, args) {
    const file = workspace.files.get(args.file);
    if (!file) return refuse("file_not_found");
    if (file.user !== caller.user_id) refuse("cant_delete_file");
    workspace.files.delete(file);
    for (const { channel, ts } of file.shares) {
      const message = workspace.messages.get(channel, ts);
      if (message) workspace.messages.save(message, "changed", caller.user_id);
    }
    return {};
  },
});
