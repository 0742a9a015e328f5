import * as z from "zod/mini";
import { isOwn, needChannel, needMessage } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";

export const chatDelete = defineMethod({
  name: "chat.delete",
  scopes: ["chat:write"],
  tier: 3,
  args: z.object({ channel: text, ts: text }),
  run(context, { channel, ts }) {
    const { caller, workspace } = context;
    const place = needChannel(context, channel);
    const message = needMessage(context, place, ts);
    if (message.subtype === "tombstone") refuse("message_not_found");
    const admin = workspace.people.get(caller.user_id)?.is_admin === true;
    if (!isOwn(context, message) && !admin) refuse("cant_delete_message");
    workspace.messages.remove(message, caller.user_id);
    return { channel: place.id, ts };
  },
});
