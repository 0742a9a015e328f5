import type { Call } from "../../emulator/wire.ts";
import type { Chance } from "./chance.ts";

/** An answer that an end gives when it is in trouble, in the end's own words. */
export function spoiled(
  fault:
    | "rate_limited"
    | "server_error_before"
    | "server_error_after"
    | "token_revoked",
  call: Call,
  chance: Chance,
): Response {
  switch (fault) {
    case "rate_limited":
      return tooMany(call, String(chance.between(1, 3)));
    case "token_revoked":
      return Response.json({ ok: false, error: "token_revoked" });
    default:
      return serverError(call);
  }
}

/**
 * An answer that says next to nothing.
 * @param isYes whether what was asked for was done: no end says so of what it has refused.
 */
export function malformed(
  call: Call,
  chance: Chance,
  isYes: boolean,
): Response {
  const said = chance.oneOf(isYes ? [...MALFORMED, '{"ok":true}'] : MALFORMED);
  return new Response(said, {
    status: call.method.startsWith("POST /Messages") ? 201 : 200,
    headers: { "content-type": "application/json" },
  });
}

/** Not JSON, cut off, or JSON of another shape, after the call has taken effect. */
const MALFORMED = [
  "<html><body>Bad gateway</body></html>",
  '{"ok":tr',
  "{}",
  "[]",
  "null",
  '"ok"',
  '{"hello":"world"}',
] as const;

/** https://docs.slack.dev/apis/web-api/rate-limits and https://www.twilio.com/docs/api/errors/20429 */
function tooMany({ side, method }: Call, seconds: string): Response {
  const body = side === "carrier"
    ? { code: 20429, message: "Too Many Requests", more_info: "", status: 429 }
    : method === "POST /triggers"
    ? { retry_after: Number(seconds), ok: false, error: "rate_limited" }
    : { ok: false, error: "ratelimited" };
  const headers = { "retry-after": seconds };
  return Response.json(body, { status: 429, headers });
}

function serverError({ side }: Call): Response {
  const body = side === "carrier"
    ? { code: 20500, message: "Internal Server Error", status: 500 }
    : { ok: false, error: "internal_error" };
  return Response.json(body, { status: 500 });
}
