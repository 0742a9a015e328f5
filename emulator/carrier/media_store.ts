import type { Context, Hono } from "hono";
import type { Carrier } from "./carrier.ts";
import { pictureNamed } from "./pictures.ts";

/** Where a file of a text lies in the carrier's store. */
export function mediaPath(
  accountSid: string,
  messageSid: string,
  mediaSid: string,
): string {
  return `/media/${accountSid}/${messageSid}/${mediaSid}`;
}

/**
 * What `mms.twiliocdn.com` answers: whoever knows the address gets what a phone sent. What lies elsewhere on the net the
 * emulated store does not have.
 */
export function mediaRoutes(app: Hono, carrier: Carrier): void {
  const { journal, wire, caller } = carrier.world;
  app.get("/media/:account/:message/:media", async (c) => {
    const call = {
      side: "carrier",
      method: "GET media",
      caller: caller?.(c.req.raw) ?? "app",
    } as const;
    const entry = journal.begin(call);
    let outcome = "dropped";
    try {
      return await wire.pass({ ...call, request: c.req.raw }, async () => {
        const answer = stored(carrier, c) ?? await c.notFound();
        outcome = answer.ok ? "ok" : String(answer.status);
        return answer;
      });
    } finally {
      journal.finish(entry, outcome);
    }
  });
}

function stored(carrier: Carrier, c: Context): Response | undefined {
  const message = carrier.messages.get(c.req.param("message") ?? "");
  const media = message?.media
    .find(({ sid }) => sid === c.req.param("media"));
  const name = media?.url.split("/pictures/").at(1);
  return name === undefined
    ? undefined
    : pictureNamed(carrier.world.store, name);
}
