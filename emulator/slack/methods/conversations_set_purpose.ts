import * as z from "zod/mini";
import { text } from "../args.ts";
import { describeChannel, DESCRIBING } from "../describe_channel.ts";
import { defineMethod } from "../method.ts";

export const conversationsSetPurpose = defineMethod({
  name: "conversations.setPurpose",
  scopes: DESCRIBING,
  tier: 2,
  args: z.object({ channel: text, purpose: text }),
  run: (context, { channel, purpose }) =>
    describeChannel(context, channel, "purpose", purpose),
});
