import * as z from "zod/mini";
import { object, text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const appsDatastoreUpdate = defineMethod({
  name: "apps.datastore.update",
  scopes: ["datastore:write"],
  tier: 4,
  actor: "bot",
  args: z.object({ datastore: text, item: object }),
  run: ({ datastores }, { datastore, item }) => ({
    datastore,
    item: datastores.update(datastore, item),
  }),
});
