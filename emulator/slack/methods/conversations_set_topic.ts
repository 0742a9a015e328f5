import * as z from "zod/mini";
import { text } from "../args.ts";
import { describeChannel, DESCRIBING } from "../describe_channel.ts";
import { defineMethod } from "../method.ts";

export const conversationsSetTopic = defineMethod({
  name: "conversations.setTopic",
  scopes: DESCRIBING,
  tier: 2,
  args: z.object({ channel: text, topic: text }),
  run: (context, { channel, topic }) =>
    describeChannel(context, channel, "topic", topic),
});
