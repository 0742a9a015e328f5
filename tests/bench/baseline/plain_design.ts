import type { HandlerArgs } from "../../../emulator/slack/runtime/dispatch.ts";
import { deliver, remember, sendNew } from "./deliver.ts";
import { sharePictures } from "./share_pictures.ts";
import { threadOf } from "./thread_of.ts";
import { Tools } from "./tools.ts";

/**
 * The same journeys as one would first write them: one look-up after another, each in its own table, and a run for each
 * status that the carrier tells of. It has none of the care for runs that die, for two at once, or for lost rings.
 */

/** A text has come: the carrier's record, then what is known of everybody concerned, then the post. */
export async function handleInbound(args: HandlerArgs) {
  const tools = new Tools(args);
  const sid = String(args.inputs.message_sid);
  const text = await tools.carrier.messages(sid).fetch();
  if (await tools.row("messages", sid)) return {};
  const { from: contact, to: line, body } = text;
  const opening = await tools.row("conversations", line);
  if (!opening) return {};
  if (await tools.row("do_not_disturb", contact)) return {};
  const known = await tools.row("contacts", contact);
  const channel = String(opening.channel);
  const place = await threadOf(
    tools,
    line,
    contact,
    channel,
    "Inbound Message",
  );
  const ts = await tools.post(place.channel, body || "Picture", {
    thread_ts: place.ts,
    username: String(known?.name ?? contact),
  });
  await sharePictures(tools, sid, Number(text.numMedia), place);
  const card = { channel: place.channel, timestamp: place.ts };
  await tools.slack("pins.add", card).catch(() => {});
  await remember(tools, sid, place, ts, "delivered");
  return {};
}

/** A teammate has written: a reply in a conversation's thread, or a `send` line. */
export async function handleMessage(args: HandlerArgs) {
  const tools = new Tools(args);
  const { channel_id, message_ts, thread_ts, text, user_id } = args.inputs;
  const { bot_user_id } = args.inputs;
  if (!user_id || user_id === bot_user_id) return {};
  const channel = String(channel_id);
  const ts = String(message_ts);
  const inThread = thread_ts && thread_ts !== ts;
  const place = await tools.row(
    "places",
    inThread ? `${channel}:${thread_ts}` : channel,
  );
  if (!place) return {};
  const line = String(place.line);
  if (inThread) {
    const at = { channel, ts: String(thread_ts), line };
    const contact = String(place.contact);
    await deliver(tools, { ...at, contact }, [ts], String(text));
    return {};
  }
  const [, number, body] = /^send (\d{10}) (.*)$/s.exec(String(text)) ?? [];
  if (!number || !body) return {};
  const contact = `+1${number}`;
  await sendNew(tools, { line, contact, channel, body, spots: [ts] });
  return {};
}

/** The carrier tells of a status: each of them is a run. */
export async function updateStatus(args: HandlerArgs) {
  const tools = new Tools(args);
  const sid = String(args.inputs.message_sid);
  const row = await tools.row("messages", sid);
  if (!row) return {};
  const { status } = await tools.carrier.messages(sid).fetch();
  const name = MARKS[status];
  if (!name || row.stage === "delivered") return {};
  for (const spot of Array.isArray(row.spots) ? row.spots : []) {
    await tools.mark(String(row.channel), String(spot), name);
  }
  await tools.save("messages", { ...row, stage: "delivered" });
  return {};
}

const MARKS: Record<string, string> = {
  delivered: "vibration_mode",
  undelivered: "x",
  failed: "x",
};

/** The send form was submitted. */
export async function submit(args: HandlerArgs) {
  const tools = new Tools(args);
  const { state } = readView(args.view);
  const channel = String(state.channel);
  const number = String(state.to).replaceAll(/\D/g, "");
  const place = await tools.row("places", channel);
  const line = String(place?.line);
  const contact = `+1${number}`;
  const body = String(state.message);
  await sendNew(tools, { line, contact, channel, body, spots: [] });
  return { response_action: "clear" };
}

/** What was typed, by block. */
export function readView(
  view: unknown,
): { callback_id: string; state: Record<string, unknown> } {
  const { callback_id, state: { values } } = JSON.parse(JSON.stringify(view));
  const typed = Object.entries<Record<string, Record<string, unknown>>>(values)
    .map(([block, elements]) => {
      const [element = {}] = Object.values(elements);
      return [
        block,
        element.value ?? element.selected_channel ??
          element.selected_conversation,
      ];
    });
  return { callback_id, state: Object.fromEntries(typed) };
}
