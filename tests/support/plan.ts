import type { Channel, Message } from "./channel.ts";
import type { Story } from "./story.ts";

/** Puts the workspace on a plan of so many segments a month. */
export async function limitTo(
  { scene, dana, texts }: Story,
  limit: number,
): Promise<void> {
  const form = await dana.openSettings(texts);
  await form.submit(
    limit === 10 ? { plan: "free" } : { plan: "custom", limit },
  );
  await (await dana.expectModal("Settings", /Saved/)).close();
  await scene.pass(2_000);
  await expectUsageThread(texts);
}

export async function expectUsageThread(texts: Channel): Promise<void> {
  const { scene, id } = texts;
  for (const { ts, metadata } of await texts.messages()) {
    if (metadata?.event_type !== "clerk_usage") continue;
    scene.expected.add(id + ts);
  }
}

/** What stands in the usage thread now: nobody must be surprised by places in line. */
export async function inLine({ scene, texts }: Story): Promise<number> {
  const thread = (await texts.messages())
    .find(({ metadata }) => metadata?.event_type === "clerk_usage");
  if (!thread?.reply_count) return 0;
  const { messages } = await scene.asObserver<
    { messages: { ts: string; metadata?: { event_type: string } }[] }
  >("conversations.replies", {
    channel: texts.id,
    ts: thread.ts,
    limit: 200,
    include_all_metadata: true,
  });
  const places = messages.filter(({ metadata }) =>
    metadata?.event_type === "clerk_reservation"
  );
  for (const { ts } of places) scene.expected.add(texts.id + ts);
  return places.length;
}

/** A conversation in which the contact has sent so many texts, of one segment each. */
export async function received(
  { maya, texts }: Story,
  count: number,
): Promise<Message> {
  const card = await maya.begins(texts, "text 1");
  for (let at = 2; at <= count; at++) {
    await maya.text(`text ${at}`);
    await card.expectReply(`text ${at}`);
  }
  return card;
}

/** How many texts the app has handed to the carrier. */
export function sent({ scene }: Story): number {
  return scene.world.carrier.messages.all()
    .filter(({ direction }) => direction === "outbound-api").length;
}
