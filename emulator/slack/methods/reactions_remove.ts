import * as z from "zod/mini";
import { needMessage, needOpenChannel } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const reactionsRemove = defineMethod({
  name: "reactions.remove",
  scopes: ["reactions:write"],
  tier: 2,
  args: z.object({ channel: text, timestamp: text, name: text }),
  run(context, { channel, timestamp, name }) {
    const place = needOpenChannel(context, channel);
    const message = needMessage(context, place, timestamp);
    context.workspace.reactions.remove(message, name, context.caller.user_id);
    return {};
  },
});
