import * as z from "zod/mini";
import { count, json, object, text } from "../args.ts";
import { defineMethod } from "../method.ts";

export const appsDatastoreQuery = defineMethod({
  name: "apps.datastore.query",
  scopes: ["datastore:read"],
  tier: 4,
  actor: "bot",
  args: z.object({
    datastore: text,
    expression: z.optional(text),
    expression_attributes: z.optional(json(z.record(z.string(), z.string()))),
    expression_values: z.optional(object),
    limit: z.optional(count.check(z.minimum(1), z.maximum(1000))),
    cursor: z.optional(text),
  }),
  run({ datastores }, { datastore, ...query }) {
    const { items, next_cursor } = datastores.query(datastore, query);
    return { datastore, items, response_metadata: { next_cursor } };
  },
});
