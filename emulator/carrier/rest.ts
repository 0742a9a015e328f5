import { PlainAnswer } from "../plain_answer.ts";
import { bodyOf, fieldsOf, PlainRequest } from "../plain_request.ts";
import { opens } from "./account.ts";
import type { Carrier } from "./carrier.ts";
import { readOrder } from "./create_message.ts";
import { dateRange } from "./date_filter.ts";
import { changeLine, type Line, lineJson, unknownChange } from "./line.ts";
import { mediaPath } from "./media_store.ts";
import {
  mediaJson,
  type Message,
  messageJson,
  messagesUri,
} from "./message.ts";
import { pageOf } from "./page_of.ts";
import { notEmulated, RestError } from "./rest_error.ts";

/** One REST call, taken apart. */
interface Asked {
  path: string;
  query: URLSearchParams;
  form: URLSearchParams;
  sid: string;
  /** Of a part of what `sid` names. */
  partSid: string;
  /** How whoever asks is answered. */
  json: typeof whole;
}

type Endpoint = (carrier: Carrier, asked: Asked) => Response;

const ENDPOINTS: Record<string, Endpoint> = {
  "POST /Messages": (carrier, { form, json }) => {
    const message = carrier.send(readOrder(form, carrier));
    return json(messageJson(message, carrier.account.sid), 201);
  },
  "GET /Messages": (carrier, { query, json }) => {
    const { sid } = carrier.account;
    const page = pageOf(
      `${messagesUri(sid)}.json`,
      query,
      (after) => wanted(carrier, query, after),
    );
    const messages = page.rows.map((message) => messageJson(message, sid));
    return json({ ...page.envelope, messages });
  },
  "GET /Messages/{Sid}": (carrier, asked) => {
    const message = messageOf(carrier, asked);
    return asked.json(messageJson(message, carrier.account.sid));
  },
  "POST /Messages/{Sid}": (carrier, asked) => {
    const message = messageOf(carrier, asked);
    if (asked.form.get("Body") !== "" || asked.form.size !== 1) {
      throw notEmulated("change of a message other than an empty Body");
    }
    message.body = "";
    message.updated = carrier.world.clock.now();
    carrier.messages.save(message);
    return asked.json(messageJson(message, carrier.account.sid));
  },
  "DELETE /Messages/{Sid}": (carrier, asked) => {
    const message = messageOf(carrier, asked);
    if (["queued", "sending", "sent"].includes(message.status)) {
      throw new RestError(20009);
    }
    carrier.messages.delete(message);
    return new Response(null, { status: 204 });
  },
  "GET /Messages/{Sid}/Media": (carrier, asked) => {
    const message = messageOf(carrier, asked);
    const { sid } = carrier.account;
    const page = pageOf(
      `${messagesUri(sid)}/${message.sid}/Media.json`,
      asked.query,
      (after) => rowsAfter(message.media, after),
    );
    const media_list = page.rows.map((media) => mediaJson(media, message, sid));
    return asked.json({ ...page.envelope, media_list });
  },
  "GET /Messages/{Sid}/Media/{Sid}": (carrier, asked) => {
    const message = messageOf(carrier, asked);
    const media = message.media.find(({ sid }) => sid === asked.partSid);
    if (!media) throw new RestError(20404, asked.path);
    const { account, world } = carrier;
    if (asked.path.endsWith(".json")) {
      return asked.json(mediaJson(media, message, account.sid));
    }
    const { clock, mediaDelay = 0 } = world;
    if (clock.now() < message.created + mediaDelay) {
      throw new RestError(20404, asked.path);
    }
    // What is asked for without an ending is the thing itself; it lies elsewhere.
    const path = mediaPath(account.sid, message.sid, media.sid);
    const location = (world.mediaOrigin ?? "") + path;
    return new Response(null, { status: 307, headers: { location } });
  },
  "GET /IncomingPhoneNumbers": (carrier, { path, query, json }) => {
    const number = query.get("PhoneNumber");
    const lines = carrier.lines().filter((line) =>
      number === null || line.phone_number.includes(number)
    );
    const page = pageOf(path, query, (after) => rowsAfter(lines, after));
    const { sid } = carrier.account;
    return json({
      ...page.envelope,
      incoming_phone_numbers: page.rows.map((line) => lineJson(line, sid)),
    });
  },
  "GET /IncomingPhoneNumbers/{Sid}": (carrier, asked) =>
    asked.json(lineJson(lineOf(carrier, asked), carrier.account.sid)),
  "POST /IncomingPhoneNumbers/{Sid}": (carrier, asked) => {
    const line = lineOf(carrier, asked);
    const unknown = unknownChange(asked.form);
    if (unknown) throw notEmulated(unknown);
    changeLine(line, asked.form);
    carrier.saveLine(line);
    return asked.json(lineJson(line, carrier.account.sid));
  },
};

const REST_CALL = /^https?:\/\/[^/]+\/2010-04-01\/(?!.*\/Media\/)/;

/** Whether a URL is one of the carrier's REST API that never redirects: those of files do. */
export function isRest(url: string): boolean {
  return REST_CALL.test(url);
}

/** Of an absolute URL. */
const PATH_AND_QUERY = /^https?:\/\/[^/?#]*([^?#]*)\??([^#]*)/;

/** Answers the carrier's REST API: `/2010-04-01/Accounts/{AC…}/…`. */
export async function answerRest(
  carrier: Carrier,
  request: Request | PlainRequest,
): Promise<Response> {
  const { journal, wire, caller } = carrier.world;
  const [, path = "", query = ""] = PATH_AND_QUERY.exec(request.url) ?? [];
  const [, , , account, resource = "", sid, part, partSid] = path
    .replace(/\.json$/, "").split("/");
  const pattern = [
    request.method + " ",
    resource,
    sid && "{Sid}",
    part,
    partSid && "{Sid}",
  ].filter(Boolean).join("/").replace(" /", " /");
  const asked: Asked = {
    path,
    query: new URLSearchParams(query),
    form: fieldsOf(await bodyOf(request)),
    sid: sid ?? "",
    partSid: partSid ?? "",
    json: request instanceof PlainRequest ? plain : whole,
  };
  const perform = () => {
    const endpoint = Object.hasOwn(ENDPOINTS, pattern)
      ? ENDPOINTS[pattern]
      : undefined;
    if (!opens(carrier.account, request.headers.get("authorization"))) {
      throw new RestError(20003);
    }
    if (!endpoint || account !== carrier.account.sid) {
      throw new RestError(20404, asked.path);
    }
    return endpoint(carrier, asked);
  };
  const call = {
    side: "carrier",
    method: pattern,
    caller: caller?.(request) ?? "app",
  } as const;
  const entry = journal.begin(call);
  let outcome = "dropped";
  let detail: string | undefined;
  try {
    return await wire.pass({ ...call, request }, () => {
      try {
        const answer = perform();
        outcome = "ok";
        return Promise.resolve(answer);
      } catch (error) {
        if (!(error instanceof RestError)) throw error;
        outcome = String(error.code);
        detail = error.message;
        return Promise.resolve(error.response());
      }
    });
  } catch (error) {
    outcome = "dropped";
    throw error;
  } finally {
    journal.finish(entry, outcome, detail);
  }
}

function whole(body: Record<string, unknown>, status = 200): Response {
  return Response.json(body, { status });
}

function plain(body: Record<string, unknown>, status = 200): Response {
  return new PlainAnswer(JSON.stringify(body), status);
}

function* wanted(
  carrier: Carrier,
  query: URLSearchParams,
  after: string | undefined,
): Generator<Message> {
  const to = query.get("To");
  const from = query.get("From");
  const dates = dateRange(query);
  for (const message of carrier.messages.newestFirst(after)) {
    // What has not been sent yet has no date of sending; it is as young as its creation.
    const ms = message.sent ?? message.created;
    const at = Math.floor(ms / 1_000) * 1_000;
    if (message.created < dates.from - LONGEST_WAIT) return;
    if (at < dates.from || at >= dates.until) continue;
    if (to !== null && message.to !== to) continue;
    if (from !== null && message.from !== from) continue;
    yield message;
  }
}

/** The longest that a text may wait to be sent, in milliseconds: ten hours. */
const LONGEST_WAIT = 36_000_000;

function* rowsAfter<Row extends { sid: string }>(
  rows: Row[],
  after: string | undefined,
): Generator<Row> {
  const start = rows.findIndex((row) => row.sid === after) + 1;
  for (const row of rows.slice(start)) yield row;
}

function messageOf(carrier: Carrier, asked: Asked): Message {
  const message = carrier.messages.get(asked.sid);
  if (!message) throw new RestError(20404, asked.path);
  return message;
}

function lineOf(carrier: Carrier, asked: Asked): Line {
  const line = carrier.lineBySid(asked.sid);
  if (!line) throw new RestError(20404, asked.path);
  return line;
}
