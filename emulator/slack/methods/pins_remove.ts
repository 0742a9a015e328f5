import * as z from "zod/mini";
import { needMessage, needOpenChannel } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const pinsRemove = defineMethod({
  name: "pins.remove",
  scopes: ["pins:write"],
  tier: 2,
  args: z.object({ channel: text, timestamp: text }),
  run(context, { channel, timestamp }) {
    const place = needOpenChannel(context, channel);
    const message = needMessage(context, place, timestamp);
    context.workspace.pins.remove(message, context.caller.user_id);
    return {};
  },
});
