import assert from "node:assert/strict";
import type { Message } from "./channel.ts";
import type { Scene } from "./scene.ts";
import type { Teammate } from "./teammate.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Minutes between a moment and a message. */
export function minutesTo(moment: number, { ts }: Message): number {
  return (Number(ts) * 1000 - moment) / MINUTE;
}

/** Fails when a message did not come within two minutes after so many. */
export function assertMinutes(
  moment: number,
  message: Message,
  minutes: number,
): void {
  const passed = minutesTo(moment, message);
  assert(passed >= minutes && passed < minutes + 2, `after ${passed} minutes`);
}

/** When runs are arranged that remind (milliseconds), those that have begun among them. */
export function arranged({ world }: Scene): { id: string; at: number }[] {
  return world.slack.triggers.all()
    .filter(({ workflow }) => workflow === "remind")
    .map(({ id, definition }) => ({
      id,
      at: Date.parse(definition.schedule?.start_time ?? ""),
    }));
}

/** Those that are still to come. */
export function toCome(scene: Scene): { id: string; at: number }[] {
  return arranged(scene).filter(({ at }) => at > scene.clock.now());
}

/** How often anything has been posted. */
export function postsIn({ world }: Scene): number {
  return world.journal.since(0)
    .filter(({ method }) => method === "chat.postMessage").length;
}

/** Puts a conversation off. @returns until when (milliseconds). */
export async function putOff(
  dana: Teammate,
  card: Message,
  scene: Scene,
  ms: number,
): Promise<number> {
  const due = Math.floor((scene.clock.now() + ms) / 1000);
  const form = await dana.openAssign(card);
  await form.submit({ state: "pending", priority: "normal", back_at: due });
  await card.expectWords(/State.*Pending/);
  return due * 1000;
}

/** Lets time pass until so long before a catch-up. */
export async function beforeCatchUp(scene: Scene, ms: number): Promise<void> {
  const hourly = scene.world.slack.triggers.all()
    .find(({ workflow }) => workflow === "catch_up");
  const start = Date.parse(hourly?.definition.schedule?.start_time ?? "");
  const wait = (start - ms - scene.clock.now()) % HOUR;
  await scene.pass((wait + HOUR) % HOUR);
}
