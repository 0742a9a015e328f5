import * as z from "zod/mini";
import { json, object, text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const appsDatastoreCount = defineMethod({
  name: "apps.datastore.count",
  scopes: ["datastore:read"],
  tier: 3,
  actor: "bot",
  args: z.object({
    datastore: text,
    expression: z.optional(text),
    expression_attributes: z.optional(json(z.record(z.string(), z.string()))),
    expression_values: z.optional(object),
  }),
  run: ({ datastores }, { datastore, ...selection }) => ({
    datastore,
    count: datastores.count(datastore, selection),
  }),
});
