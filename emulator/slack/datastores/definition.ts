import * as z from "zod/mini";
import { isAttributeType, TIMESTAMP } from "./attribute.ts";

const definitionsSchema = z.record(
  z.string(),
  z.object({
    primary_key: z.string(),
    attributes: z.record(z.string(), z.object({ type: z.string() })),
    time_to_live_attribute: z.optional(z.string()),
  }),
);

/** A datastore as the manifest describes it. */
export interface DatastoreDefinition {
  name: string;
  primary_key: string;
  /** Attribute names and their types: `string`, `slack#/types/channel_id`. */
  attributes: ReadonlyMap<string, string>;
  time_to_live_attribute?: string | undefined;
}

/**
 * Reads the `datastores` part of an exported manifest. Throws an Error that says what Slack would not install:
 * at most 10 datastores of at most 100 attributes
 * (https://github.com/slackapi/manifest-schema, `app-manifests.v1.hermes.datastores`).
 */
export function readDefinitions(datastores: unknown): DatastoreDefinition[] {
  const parsed = Object.entries(z.parse(definitionsSchema, datastores ?? {}));
  if (parsed.length > 10) throw new Error("an app has at most 10 datastores");
  return parsed.map(([name, { attributes, primary_key, ...rest }]) => {
    const types = new Map(
      Object.entries(attributes).map(([key, { type }]) => [key, type]),
    );
    if (types.size > 100) {
      throw new Error(`datastore ${name} has more than 100 attributes`);
    }
    for (const [key, type] of types) {
      if (!isAttributeType(type)) {
        throw new Error(`datastore ${name}: ${key} cannot be of type ${type}`);
      }
    }
    if (types.get(primary_key) !== "string") {
      throw new Error(
        `datastore ${name}: its primary key ${primary_key} must be a string attribute`,
      );
    }
    const expiry = rest.time_to_live_attribute;
    if (expiry !== undefined && types.get(expiry) !== TIMESTAMP) {
      throw new Error(`datastore ${name}: ${expiry} must be of type timestamp`);
    }
    return {
      name,
      primary_key,
      attributes: types,
      time_to_live_attribute: expiry,
    };
  });
}
