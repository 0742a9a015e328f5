import type { Context, Hono } from "hono";
import * as z from "zod/mini";
import { callLine } from "./call_line.ts";
import type { Carrier } from "./carrier.ts";
import type { Message } from "./message.ts";
import { isNumber, type Phone, PHONE_STATES } from "./phone.ts";

const Text = z.object({
  to: z.string(),
  body: z.optional(z.string()),
  media_urls: z.optional(z.array(z.url()).check(z.maxLength(10))),
});
const Change = z.object({
  state: z.optional(z.enum(PHONE_STATES)),
  name: z.optional(z.string()),
});

const MUTE: Partial<Record<Phone["state"], string>> = {
  off: "is switched off",
  landline: "is a landline, which cannot text",
  unknown: "is out of use",
};

/** What people with phones can do: text a line, read what came, switch the phone off. */
export function handsetRoutes(app: Hono, carrier: Carrier): void {
  app.get("/phones", (c) => c.json(carrier.phones()));

  app.get("/phones/:number/texts", (c) => {
    const phone = phoneOf(c, carrier);
    if (!phone) return noPhone(c);
    return c.json(textsOf(carrier, phone.number));
  });

  app.post("/phones/:number/texts", async (c) => {
    const phone = phoneOf(c, carrier);
    if (!phone) return noPhone(c);
    const parsed = z.safeParse(Text, await jsonOf(c));
    if (!parsed.success) {
      return bad(c, "A text needs to, and body or media_urls.");
    }
    const { to, body = "", media_urls = [] } = parsed.data;
    const line = carrier.line(to);
    if (!line) return bad(c, `No line has the number ${to}.`);
    if (!body && media_urls.length === 0) return bad(c, "The text is empty.");
    if (body.length > 1_600) return bad(c, "The text is too long: over 1,600.");
    const mute = MUTE[phone.state];
    if (mute) return bad(c, `${phone.number} ${mute}.`);
    const message = carrier.receive(phone, line, body, media_urls);
    return c.json({ sid: message.sid }, 201);
  });

  app.post("/phones/:number/calls", async (c) => {
    const phone = phoneOf(c, carrier);
    if (!phone) return noPhone(c);
    const parsed = z.safeParse(z.object({ to: z.string() }), await jsonOf(c));
    const line = parsed.success && carrier.line(parsed.data.to);
    if (!line) return bad(c, "A call needs to, the number of a line.");
    if (phone.state === "off" || phone.state === "unknown") {
      return bad(c, `${phone.number} ${MUTE[phone.state]}.`);
    }
    return c.json(await callLine(carrier, phone, line), 201);
  });

  app.put("/phones/:number", async (c) => {
    const number = numberOf(c);
    const parsed = z.safeParse(Change, await jsonOf(c));
    if (!parsed.success) {
      return bad(c, `A phone's state is one of ${PHONE_STATES.join(", ")}.`);
    }
    if (!isNumber(number) || carrier.line(number)) {
      return bad(c, `${number} cannot be the number of a phone.`);
    }
    const phone = carrier.phone(number) ??
      { number, name: number, state: "on" };
    const { state = phone.state, name = phone.name } = parsed.data;
    Object.assign(phone, { state, name });
    carrier.savePhone(phone);
    return c.json(phone);
  });
}

/** What a phone shows, oldest first. */
export function textsOf(carrier: Carrier, number: string) {
  return carrier.messages.all()
    .flatMap((message) =>
      message.arrived !== null &&
        (message.from === number || message.to === number)
        ? [{ message, at: message.arrived }]
        : []
    )
    .toSorted((a, b) => a.at - b.at)
    .map(({ message }) => shownText(message));
}

/** A text as a handset shows it; one that has not arrived is shown nowhere. */
export function shownText(message: Message) {
  return {
    sid: message.sid,
    direction: seen(message),
    from: message.from,
    to: message.to,
    body: message.body,
    media_urls: message.media.map((media) => media.url),
    at: new Date(message.arrived ?? message.created).toISOString(),
  };
}

/** The carrier's own view: inbound comes from the phone, outbound goes to it. */
function seen(message: Message): "inbound" | "outbound" {
  return message.direction === "inbound" ? "inbound" : "outbound";
}

/** A `+` in a path is easily lost or escaped, so it may be left out. */
function numberOf(c: Context): string {
  const written = (c.req.param("number") ?? "").trim();
  return written.startsWith("+") ? written : `+${written}`;
}

function phoneOf(c: Context, carrier: Carrier): Phone | undefined {
  return carrier.phone(numberOf(c));
}

async function jsonOf(c: Context): Promise<unknown> {
  try {
    return await c.req.json();
  } catch {
    return undefined;
  }
}

function noPhone(c: Context): Response {
  return c.json({ error: `No phone has the number ${numberOf(c)}.` }, 404);
}

function bad(c: Context, error: string): Response {
  return c.json({ error }, 400);
}
