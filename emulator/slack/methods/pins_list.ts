import * as z from "zod/mini";
import { needChannel, needMember } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";
import { shownMessage } from "../shown_message.ts";

export const pinsList = defineMethod({
  name: "pins.list",
  scopes: ["pins:read"],
  tier: 2,
  args: z.object({ channel: text }),
  run(context, args) {
    const { workspace } = context;
    const channel = needChannel(context, args.channel);
    needMember(context, channel);
    return {
      items: workspace.pins.in(channel.id).map((message) => ({
        type: "message",
        channel: channel.id,
        created: message.pinned?.at,
        created_by: message.pinned?.by,
        message: {
          ...shownMessage(workspace, message),
          permalink: workspace.permalink(channel.id, message.ts),
        },
      })),
    };
  },
});
