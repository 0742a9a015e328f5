import { Buffer } from "node:buffer";
import type { Hono } from "hono";
import type { Ids } from "../ids.ts";
import type { Store } from "../store.ts";

/** What phones take pictures of, by media type, with the ending their names get. */
const ENDINGS: Readonly<Record<string, string>> = {
  "image/gif": "gif",
  "image/jpeg": "jpg",
  "image/png": "png",
  "video/mp4": "mp4",
  "text/vcard": "vcf",
};

/** https://www.twilio.com/docs/messaging/guides/accepted-mime-types: 5 MB for a message. */
const MOST_BYTES = 5_000_000;

interface Picture {
  type: string;
  /** Base64. */
  bytes: string;
}

/** Where pictures from phones lie: a text names them by address, as the carrier's own media store would. */
export function pictureRoutes(app: Hono, store: Store, ids: Ids): void {
  const pictures = store.collection<Picture>("carrier_pictures");

  app.post("/pictures", async (c) => {
    const type = c.req.header("content-type") ?? "";
    const ending = ENDINGS[type];
    const bytes = await c.req.raw.bytes();
    if (!ending) {
      return c.json({ error: `A phone cannot send ${type || "that"}.` }, 400);
    }
    if (bytes.length > MOST_BYTES) {
      return c.json({ error: "The picture is too big: over 5 MB." }, 400);
    }
    const name = `${ids.hex(32)}.${ending}`;
    pictures.put(name, { type, bytes: Buffer.from(bytes).toString("base64") });
    return c.json({ url: new URL(`/pictures/${name}`, c.req.url).href }, 201);
  });

  app.get(
    "/pictures/:name",
    (c) => pictureNamed(store, c.req.param("name")) ?? c.notFound(),
  );
}

/** A picture that a phone took, or undefined when none has this name. */
export function pictureNamed(store: Store, name: string): Response | undefined {
  const picture = store.collection<Picture>("carrier_pictures").get(name);
  if (!picture) return undefined;
  const bytes = new Uint8Array(Buffer.from(picture.bytes, "base64"));
  return new Response(bytes, { headers: { "content-type": picture.type } });
}
