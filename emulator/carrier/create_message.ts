import type { Line } from "./line.ts";
import type { OptOuts } from "./opt_out.ts";
import { isNorthAmerican, isNumber, type Phone } from "./phone.ts";
import { notEmulated, RestError } from "./rest_error.ts";

/** A text that the carrier has agreed to carry. */
export interface Order {
  from: string;
  to: string;
  body: string;
  mediaUrls: string[];
  statusCallback: string | null;
}

/** What the carrier must look at before it agrees. */
export interface Agreement {
  line(number: string): Line | undefined;
  phone(number: string): Phone | undefined;
  optOuts: OptOuts;
  /** Calling codes that may be texted, `+1`; undefined allows all. */
  countries: string[] | undefined;
}

const KNOWN = new Set(
  "To From Body MediaUrl StatusCallback ValidityPeriod SmartEncoded".split(" "),
);
const MOST_CHARACTERS = 1_600;
const MOST_MEDIA = 10;

/** Refuses at once what the carrier refuses at once, in the carrier's order of looking. */
export function readOrder(form: URLSearchParams, world: Agreement): Order {
  for (const name of form.keys()) if (!KNOWN.has(name)) throw notEmulated(name);
  const to = form.get("To") ?? "";
  const from = form.get("From") ?? "";
  const body = form.get("Body") ?? "";
  const mediaUrls = form.getAll("MediaUrl");
  const statusCallback = form.get("StatusCallback");
  if (!to) throw new RestError(21604);
  if (!from) throw new RestError(21603);
  if (!isNumber(to) || world.line(to)) throw new RestError(21211, to);
  if (!isNumber(from)) throw new RestError(21212, from);
  const line = world.line(from);
  if (!line?.capabilities.sms) throw new RestError(21606, from);
  if (!body && mediaUrls.length === 0) throw new RestError(21602);
  if (body.length > MOST_CHARACTERS) throw new RestError(21617);
  if (mediaUrls.length > MOST_MEDIA) throw new RestError(21623);
  if (!mediaUrls.every(isCallable)) throw new RestError(21620);
  if (statusCallback !== null && !isCallable(statusCallback)) {
    throw new RestError(21609, statusCallback);
  }
  if (world.countries?.every((code) => !to.startsWith(code))) {
    throw new RestError(21408, to);
  }
  const phone = world.phone(to);
  if (phone?.state === "opted_out" || world.optOuts.has(from, to)) {
    throw new RestError(21610);
  }
  if (phone?.state === "landline" && !isNorthAmerican(to)) {
    throw new RestError(21614, to);
  }
  return { from, to, body, mediaUrls, statusCallback };
}

/** Host names with an underscore are refused, although the URL standard takes them. */
function isCallable(url: string): boolean {
  const parsed = URL.parse(url);
  return parsed !== null && /^https?:$/.test(parsed.protocol) &&
    !parsed.hostname.includes("_");
}
