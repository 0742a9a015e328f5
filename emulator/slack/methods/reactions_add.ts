import * as z from "zod/mini";
import { needMessage, needOpenChannel } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod, refuse } from "../method.ts";

export const reactionsAdd = defineMethod({
  name: "reactions.add",
  scopes: ["reactions:write"],
  tier: 3,
  args: z.object({ channel: text, timestamp: text, name: text }),
  run(context, { channel, timestamp, name }) {
    const place = needOpenChannel(context, channel);
    const message = needMessage(context, place, timestamp);
    if (message.subtype === "tombstone") refuse("not_reactable");
    context.workspace.reactions.add(message, name, context.caller.user_id);
    return {};
  },
});
