import { type Place, threadOf } from "./thread_of.ts";
import type { Tools } from "./tools.ts";

/** Shows a text in its conversation, and has it delivered. */
export async function sendNew(
  tools: Tools,
  { line, contact, channel, body, spots }: {
    line: string;
    contact: string;
    channel: string;
    body: string;
    spots: string[];
  },
): Promise<void> {
  const place = await threadOf(tools, line, contact, channel, "Conversation");
  const copy = await tools.post(place.channel, body, { thread_ts: place.ts });
  await deliver(tools, place, [...spots, copy], body);
}

/** Takes a message to the phone. */
export async function deliver(
  tools: Tools,
  place: Place,
  spots: string[],
  body: string,
): Promise<void> {
  const { carrier, args: { env } } = tools;
  const { channel, ts, line, contact } = place;
  for (const spot of spots) {
    await tools.mark(channel, spot, "hourglass_flowing_sand");
  }
  const disturbed = await tools.row("do_not_disturb", contact);
  const standing = await tools.row("conversations", `contact:${contact}`);
  if (disturbed || standing?.opted_out) {
    for (const spot of spots) await tools.mark(channel, spot, "x");
    const why = "This person has opted out of your texts.";
    await tools.post(channel, why, { thread_ts: ts });
  } else {
    const { sid } = await carrier.messages.create({
      from: line,
      to: contact,
      body,
      statusCallback: String(env.TWILIO_RELAY_URL),
    });
    await remember(tools, sid, place, spots, "sent");
    for (const spot of spots) {
      await tools.mark(channel, spot, "heavy_check_mark");
    }
    const card = { channel, timestamp: ts };
    await tools.slack("pins.remove", card).catch(() => {});
  }
  for (const timestamp of spots) {
    const name = "hourglass_flowing_sand";
    await tools.slack("reactions.remove", { channel, timestamp, name });
  }
}

/** Writes down where a text is shown, by its id at the carrier. */
export async function remember(
  tools: Tools,
  sid: string,
  { channel, ts, line, contact }: Place,
  spots: string | string[],
  stage: string,
): Promise<void> {
  const all = [spots].flat();
  const item = { sid, line, contact, channel, card_ts: ts, spots: all, stage };
  await tools.save("messages", item);
}
