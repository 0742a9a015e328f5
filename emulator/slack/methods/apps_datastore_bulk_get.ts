import * as z from "zod/mini";
import { json, text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const appsDatastoreBulkGet = defineMethod({
  name: "apps.datastore.bulkGet",
  scopes: ["datastore:read"],
  tier: 3,
  actor: "bot",
  args: z.object({
    datastore: text,
    // Slack gives no number for reads; 25 is what it gives for `bulkPut`.
    ids: json(z.array(text).check(z.minLength(1), z.maxLength(25))),
  }),
  run: ({ datastores }, { datastore, ids }) => ({
    datastore,
    items: datastores.bulkGet(datastore, ids),
    failed_items: [],
  }),
});
