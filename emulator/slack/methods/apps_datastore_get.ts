import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const appsDatastoreGet = defineMethod({
  name: "apps.datastore.get",
  scopes: ["datastore:read"],
  tier: 4,
  actor: "bot",
  // Always `id`, whatever the primary key is called.
  args: z.object({ datastore: text, id: text }),
  run: ({ datastores }, { datastore, id }) => ({
    datastore,
    item: datastores.get(datastore, id),
  }),
});
