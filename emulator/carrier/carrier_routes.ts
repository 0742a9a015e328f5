import type { Hono } from "hono";
import type { Carrier } from "./carrier.ts";
import { handsetRoutes } from "./handsets.ts";
import { mediaRoutes } from "./media_store.ts";
import { pictureRoutes } from "./pictures.ts";
import type { RelayHost } from "./relay_host.ts";
import { answerRest } from "./rest.ts";

/** Texts and calls that an inspector is shown, the latest of them. */
const LATEST = 200;

/** The carrier's part of the HTTP surface: its REST API, its function host, the phones and the log. */
export function carrierRoutes(
  app: Hono,
  carrier: Carrier,
  relay?: RelayHost,
): void {
  app.all("/2010-04-01/*", (c) => answerRest(carrier, c.req.raw));
  app.get("/carrier/log", (c) => c.json(carrier.webhooks.log));
  app.get(
    "/carrier/texts",
    (c) => c.json(carrier.messages.all().slice(-LATEST)),
  );
  app.get("/carrier/calls", (c) => c.json(carrier.calls.slice(-LATEST)));
  pictureRoutes(app, carrier.world.store, carrier.world.ids);
  mediaRoutes(app, carrier);
  handsetRoutes(app, carrier);
  if (relay) {
    app.all("/relay/*", (c) => {
      const { pathname, search } = new URL(c.req.url);
      const path = pathname.slice("/relay".length);
      return relay.handle(c.req.raw, relay.origin + path + search);
    });
  }
}
