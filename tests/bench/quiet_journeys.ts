import type { MeasuredJourney } from "./measure.ts";
import { conversation } from "./measured_journeys.ts";

export const STATUS = "status that comes late";
export const OPTED_OUT = "reply to somebody who has opted out";
export const BLOCKED = "text from somebody on Do Not Disturb";

/** Journeys in which no text is shown or leaves. */
export const QUIET_JOURNEYS: MeasuredJourney[] = [
  {
    journey: STATUS,
    scene: { delays: { delivered: 60_000 } },
    visibleBy: "reactions.add",
    async prepare(story) {
      const card = await conversation(story);
      const reply = await card.reply(story.dana, "hello");
      await reply.expectMarks("heavy_check_mark");
      await story.scene.pass(20_000);
      return async () => {
        await reply.expectMarks("heavy_check_mark", "vibration_mode");
        await story.maya.expectText("hello");
        return null;
      };
    },
  },
  {
    journey: OPTED_OUT,
    async prepare(story) {
      const card = await conversation(story);
      const id = `contact:${story.maya.number}`;
      await story.scene.asApp("apps.datastore.update", {
        datastore: "conversations",
        item: { id, opted_out: true, consent_at: story.scene.clock.now() },
      });
      return async () => {
        await card.reply(story.dana, "hello");
        return await card.expectReply(/opted out/);
      };
    },
  },
  {
    journey: BLOCKED,
    async prepare(story) {
      const { scene, maya } = story;
      await conversation(story);
      const entry = { by: "Dana Reyes", at: scene.clock.now(), why: "" };
      await scene.asApp("apps.datastore.put", {
        datastore: "do_not_disturb",
        item: { contact: maya.number, ...entry },
      });
      await scene.asApp("apps.datastore.update", {
        datastore: "conversations",
        item: {
          id: `contact:${maya.number}`,
          disturbed_by: entry.by,
          disturbed_at: entry.at,
          disturbed_why: "",
        },
      });
      return async () => {
        await maya.text("are you there?");
        return null;
      };
    },
  },
];
