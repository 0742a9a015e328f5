import * as z from "zod/mini";
import { needChannel, needMember, needMessage } from "../access.ts";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";
import { shownMessage } from "../shown_message.ts";

export const reactionsGet = defineMethod({
  name: "reactions.get",
  scopes: ["reactions:read"],
  tier: 3,
  args: z.object({ channel: text, timestamp: text }),
  run(context, { channel, timestamp }) {
    const { workspace } = context;
    const place = needChannel(context, channel);
    needMember(context, place);
    const message = needMessage(context, place, timestamp);
    return {
      type: "message",
      channel: place.id,
      message: {
        ...shownMessage(workspace, message),
        permalink: workspace.permalink(place.id, message.ts),
      },
    };
  },
});
