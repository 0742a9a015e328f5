import assert from "node:assert/strict";
import { Message } from "../support/channel.ts";
import { directWithMaya } from "../support/direct_channels.ts";
import { story } from "../support/story.ts";

const MINUTE = 60_000;

story(
  "sixteen texts that were refused at once in a direct channel are explained within minutes, as fast as Slack lets catch-up read",
  async (told) => {
    const { scene, dana } = told;
    const { own } = await directWithMaya(told);
    const copies: Message[] = [];
    for (let each = 0; each < 16; each++) {
      const { ts } = await scene.asApp<{ ts: string }>("chat.postMessage", {
        channel: own.id,
        text: `we close at ${each}`,
        metadata: {
          event_type: "clerk_departure",
          event_payload: { by: dana.id, request: `Fx${each}` },
        },
      });
      for (const name of ["hourglass_flowing_sand", "x"]) {
        const spot = { channel: own.id, timestamp: ts };
        await scene.asApp("reactions.add", { ...spot, name });
      }
      scene.expected.add(own.id + ts);
      copies.push(new Message(own, ts));
      await scene.pass(2_500);
    }
    await scene.pass(10 * MINUTE);
    for (const copy of copies) {
      await copy.expectReply(/did not leave/);
      assert.deepEqual(await copy.marks(), ["x"]);
    }
  },
);
