import type { Call } from "./call.ts";
import type { Carrier } from "./carrier.ts";
import type { Line } from "./line.ts";
import type { Phone } from "./phone.ts";

type Fate = Pick<Call, "outcome" | "words">;

const SILENT: Fate = {
  outcome: "dropped",
  words: "The line does not take calls.",
};

/** Calls a line: it does what the answer of its voice URL says, or nothing when it has none. */
export async function callLine(
  carrier: Carrier,
  phone: Phone,
  line: Line,
): Promise<Call> {
  const { ids, clock } = carrier.world;
  const sid = ids.twilio("CA");
  const at = clock.now();
  const fate = line.voice_url && line.capabilities.voice
    ? await ask(carrier, phone, line, sid)
    : SILENT;
  const call = {
    sid,
    from: phone.number,
    to: line.phone_number,
    at,
    ...fate,
  };
  carrier.calls.push(call);
  return call;
}

/** https://www.twilio.com/docs/voice/twiml#request-parameters */
async function ask(
  carrier: Carrier,
  phone: Phone,
  line: Line,
  sid: string,
): Promise<Fate> {
  let answer = "";
  await carrier.webhooks.run({
    kind: "voice",
    messageSid: sid,
    url: line.voice_url,
    method: "POST",
    form: [
      ["CallSid", sid],
      ["AccountSid", carrier.account.sid],
      ["From", phone.number],
      ["To", line.phone_number],
      ["CallStatus", "ringing"],
      ["ApiVersion", "2010-04-01"],
      ["Direction", "inbound"],
    ],
    hear: (body) => answer = body,
  });
  return fateOf(answer);
}

/** The first verb decides: https://www.twilio.com/docs/voice/twiml */
function fateOf(twiml: string): Fate {
  const verb = /<(Reject|Dial|Say|Play|Hangup)\b([^>]*)>(?:([^<]*)<)?/.exec(
    twiml.replace(/<\?xml[^>]*>|<Response[^>]*>|<Number[^>]*>/g, ""),
  );
  if (!verb) {
    return {
      outcome: "failed",
      words: "An application error has occurred. Goodbye.",
    };
  }
  const [, name, attributes = "", inner = ""] = verb;
  switch (name) {
    case "Reject":
      return attributes.includes("busy")
        ? { outcome: "busy", words: "The line is busy." }
        : { outcome: "rejected", words: "The number is not in service." };
    case "Dial":
      return {
        outcome: "forwarded",
        words: `The call rings at ${inner.trim()}.`,
      };
    case "Say":
      return { outcome: "answered", words: `A voice says: “${inner.trim()}”` };
    default:
      return { outcome: "answered", words: "The line answers and hangs up." };
  }
}
