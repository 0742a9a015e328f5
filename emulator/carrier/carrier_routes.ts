import type { Hono } from "hono";
import type { Carrier } from "./carrier.ts";
import { handsetRoutes } from "./handsets.ts";
import type { RelayHost } from "./relay_host.ts";
import { answerRest } from "./rest.ts";

/** The carrier's part of the HTTP surface: its REST API, its function host, the phones and the log. */
export function carrierRoutes(
  app: Hono,
  carrier: Carrier,
  relay?: RelayHost,
): void {
  app.all("/2010-04-01/*", (c) => answerRest(carrier, c.req.raw));
  app.get("/carrier/log", (c) => c.json(carrier.webhooks.log));
  handsetRoutes(app, carrier);
  if (relay) {
    app.all("/relay/*", (c) => {
      const { pathname, search } = new URL(c.req.url);
      const path = pathname.slice("/relay".length);
      return relay.handle(c.req.raw, relay.origin + path + search);
    });
  }
}
