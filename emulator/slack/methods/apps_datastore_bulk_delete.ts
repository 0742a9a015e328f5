import * as z from "zod/mini";
import { json, text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const appsDatastoreBulkDelete = defineMethod({
  name: "apps.datastore.bulkDelete",
  scopes: ["datastore:write"],
  tier: 3,
  actor: "bot",
  args: z.object({
    datastore: text,
    // Slack gives no number for deletions; 25 is what it gives for `bulkPut`.
    ids: json(z.array(text).check(z.minLength(1), z.maxLength(25))),
  }),
  run({ datastores }, { datastore, ids }) {
    datastores.bulkDelete(datastore, ids);
    return { datastore, ids: [] };
  },
});
