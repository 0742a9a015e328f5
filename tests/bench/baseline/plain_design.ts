import type {
  FunctionModule,
  HandlerArgs,
} from "../../../emulator/slack/runtime/dispatch.ts";
import { type Build, virtualStage } from "../../support/stage.ts";
import { ROOT } from "../../support/source_files.ts";
import { Tools } from "./tools.ts";

/**
 * The same journeys as one would first write them: one look-up after another, each in its own table, and a run for each
 * status that the carrier tells of. It has none of the care for runs that die, for two at once, or for lost rings.
 */

/** A text has come: the carrier's record, then what is known of everybody concerned, then the post. */
async function handleInbound(args: HandlerArgs) {
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
  const place = await placeOf(tools, line, contact, channel, "Inbound Message");
  const ts = await tools.post(place.channel, body || "Picture", {
    thread_ts: place.ts,
    username: String(known?.name ?? contact),
  });
  for (const media of await mediaOf(tools, sid, Number(text.numMedia))) {
    await share(tools, sid, media, place);
  }
  const card = { channel: place.channel, timestamp: place.ts };
  await tools.slack("pins.add", card).catch(() => {});
  await remember(tools, sid, place, ts, "delivered");
  return {};
}

/** A teammate has written: a reply in a conversation's thread, or a `send` line. */
async function handleMessage(args: HandlerArgs) {
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
async function updateStatus(args: HandlerArgs) {
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
async function submit(args: HandlerArgs) {
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

interface Place {
  channel: string;
  ts: string;
  line: string;
  contact: string;
}

/** The conversation's thread, begun with a card where there is none. */
async function placeOf(
  tools: Tools,
  line: string,
  contact: string,
  channel: string,
  what: string,
): Promise<Place> {
  const id = `${line}:${contact}`;
  const row = await tools.row("conversations", id);
  if (row?.card_ts) {
    const { channel, card_ts } = row;
    return { channel: String(channel), ts: String(card_ts), line, contact };
  }
  const ts = await tools.post(channel, `New ${what} ${contact}`);
  await tools.save("conversations", { id, channel, card_ts: ts });
  await tools.save("places", { id: `${channel}:${ts}`, line, contact });
  return { channel, ts, line, contact };
}

/** Shows a text in its conversation, and has it delivered. */
async function sendNew(
  tools: Tools,
  { line, contact, channel, body, spots }: {
    line: string;
    contact: string;
    channel: string;
    body: string;
    spots: string[];
  },
): Promise<void> {
  const place = await placeOf(tools, line, contact, channel, "Conversation");
  const copy = await tools.post(place.channel, body, { thread_ts: place.ts });
  await deliver(tools, place, [...spots, copy], body);
}

/** Takes a message to the phone. */
async function deliver(
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

async function remember(
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

async function mediaOf(tools: Tools, sid: string, count: number) {
  return count > 0 ? await tools.carrier.messages(sid).media.list() : [];
}

/** Fetches a picture from the carrier and shows it in the thread. */
async function share(
  tools: Tools,
  sid: string,
  media: { sid: string },
  { channel, ts }: Place,
): Promise<void> {
  const { TWILIO_ACCOUNT_SID: account, TWILIO_AUTH_TOKEN: token } =
    tools.args.env;
  const got = await fetch(
    `https://api.twilio.com/2010-04-01/Accounts/${account}/Messages/${sid}/Media/${media.sid}`,
    { headers: { authorization: `Basic ${btoa(`${account}:${token}`)}` } },
  );
  const bytes = await got.arrayBuffer();
  const { upload_url, file_id } = await tools.slack(
    "files.getUploadURLExternal",
    { filename: "Picture.png", length: bytes.byteLength },
  );
  await fetch(String(upload_url), { method: "POST", body: bytes });
  await tools.slack("files.completeUploadExternal", {
    files: [{ id: file_id, title: "Picture" }],
    channel_id: channel,
    thread_ts: ts,
  });
}

/** What was typed, by block. */
function readView(
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

/** The functions of the plain design, by callback id; the dashboard around the form is the product's own. */
async function functions(): Promise<Record<string, FunctionModule>> {
  const clerk: FunctionModule = await import(
    new URL("functions/clerk.ts", ROOT).href
  );
  const done = (work: (args: HandlerArgs) => Promise<object>) => ({
    default: async (args: HandlerArgs) => ({ outputs: await work(args) }),
  });
  return {
    handle_inbound: done(handleInbound),
    handle_message: done(handleMessage),
    update_status: done(updateStatus),
    clerk: {
      default: clerk.default,
      viewSubmission: (args) =>
        readView(args.view).callback_id === "send_form"
          ? submit(args)
          : clerk.default?.viewSubmission?.(args),
    },
  };
}

/** A world in which the plain design runs in the product's place. */
export const buildPlainStage: Build = async (differences, begins) =>
  await virtualStage({
    modules: await functions(),
    relay: new URL("relay/", import.meta.url),
  })(differences, begins);
