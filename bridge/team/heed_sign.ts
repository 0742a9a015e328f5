import type { Ends, Spot } from "../ports.ts";
import { type Skip, skip } from "../refusal.ts";
import { tomorrowAtNine } from "../sms/wall_clock.ts";
import { setState } from "./set_state.ts";

/** Does what ✅ or ⏰ on a card asks for: solved, or put off until nine tomorrow where the person is. */
export async function heedSign(
  ends: Ends,
  { channel, ts }: Spot,
  sign: string,
  by: string,
): Promise<{ done: string } | Skip> {
  const row = await ends.places.at(channel, ts);
  if (row?.kind !== "thread") return skip("no sign on a card");
  const { conversation } = await ends.conversations.find(row.line, row.contact);
  if (conversation?.ts !== ts || conversation.channel !== channel) {
    return skip("the conversation goes on elsewhere");
  }
  if (sign === "white_check_mark") {
    await setState(ends, conversation, { state: "solved" }, by);
    return { done: "solved" };
  }
  if (sign !== "alarm_clock") return skip("a sign that says nothing");
  const timeZone = await ends.desk.timeZoneOf(by);
  const backAt = tomorrowAtNine(ends.clock.now(), timeZone);
  await setState(ends, conversation, { state: "pending", backAt }, by);
  return { done: "put off" };
}
