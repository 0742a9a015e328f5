import * as z from "zod/mini";
import { json, text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const appsDatastoreBulkPut = defineMethod({
  name: "apps.datastore.bulkPut",
  scopes: ["datastore:write"],
  tier: 3,
  actor: "bot",
  args: z.object({
    datastore: text,
    items: json(
      z.array(z.record(z.string(), z.unknown())).check(
        z.minLength(1),
        z.maxLength(25),
      ),
    ),
  }),
  run({ datastores }, { datastore, items }) {
    datastores.bulkPut(datastore, items);
    return { datastore, failed_items: [] };
  },
});
