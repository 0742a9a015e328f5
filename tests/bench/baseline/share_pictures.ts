import type { Place } from "./thread_of.ts";
import type { Tools } from "./tools.ts";

/** Shows the pictures of a text in its thread. */
export async function sharePictures(
  tools: Tools,
  sid: string,
  count: number,
  place: Place,
): Promise<void> {
  if (count === 0) return;
  const pictures = await tools.carrier.messages(sid).media.list();
  for (const picture of pictures) await share(tools, sid, picture, place);
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
