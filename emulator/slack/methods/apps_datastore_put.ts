import * as z from "zod/mini";
import { object, text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const appsDatastorePut = defineMethod({
  name: "apps.datastore.put",
  scopes: ["datastore:write"],
  tier: 4,
  actor: "bot",
  args: z.object({ datastore: text, item: object }),
  run: ({ datastores }, { datastore, item }) => ({
    datastore,
    item: datastores.put(datastore, item),
  }),
});
