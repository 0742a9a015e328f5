import * as z from "zod/mini";
import { text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const appsDatastoreDelete = defineMethod({
  name: "apps.datastore.delete",
  scopes: ["datastore:write"],
  tier: 4,
  actor: "bot",
  args: z.object({ datastore: text, id: text }),
  run({ datastores }, { datastore, id }) {
    datastores.delete(datastore, id);
    return { datastore };
  },
});
