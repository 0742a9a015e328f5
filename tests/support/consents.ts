import assert from "node:assert/strict";
import type { Channel, Message } from "./channel.ts";
import type { Phone } from "./phone.ts";
import type { Scene } from "./scene.ts";
import type { Teammate } from "./teammate.ts";

/** Tries every way of texting, and makes sure that none asks the carrier. */
export async function expectNoWayLeft(
  scene: Scene,
  phone: Phone,
  card: Message,
  channel: Channel,
  person: Teammate,
): Promise<void> {
  const asked = () =>
    scene.world.journal.since(0).filter(({ side, method }) =>
      side === "carrier" && method.startsWith("POST")
    ).length;
  const before = asked();
  const reply = await card.reply(person, "are you sure?");
  await card.expectReply(/has opted out/);
  await reply.expectMarks("x");
  await channel.post(person, `send ${phone.number} hello`);
  await person.expectWhisper(/has opted out/);
  const dashboard = await person.openDashboard(channel);
  await dashboard.click("send_text");
  const form = await person.expectModal("Send Text");
  const { errors } = await form.submit({
    to: phone.number,
    channel: channel.id,
    message: "hello",
  });
  assert.match(errors?.to ?? "", /has opted out/);
  await person.closeAll();
  const step = await scene.runStep("send_text", {
    to: phone.number,
    message: "hello",
  });
  assert.match(JSON.stringify(step), /has opted out/);
  assert.equal(asked(), before);
}

/** What the ledger holds. */
export async function consents(
  scene: Scene,
): Promise<Record<string, unknown>[]> {
  const { items } = await scene.asApp<{ items: Record<string, unknown>[] }>(
    "apps.datastore.query",
    { datastore: "consents" },
  );
  return items;
}
