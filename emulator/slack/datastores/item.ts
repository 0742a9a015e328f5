import { Buffer } from "node:buffer";
import { fitsType } from "./attribute.ts";
import { datastoreError } from "./datastore_error.ts";
import type { DatastoreDefinition } from "./definition.ts";

/** One row of a datastore, its primary key among its attributes. Never changed in place. */
export type Item = Readonly<Record<string, unknown>>;

/** https://docs.slack.dev/tools/deno-slack-sdk/guides/adding-items-to-a-datastore */
const MAX_ITEM_BYTES = 400 * 1024;
/** https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Constraints.html */
const MAX_KEY_BYTES = 2048;

/** Refuses a key that DynamoDB would not take. */
export function checkKey(id: string, pointer: string): void {
  if (id === "") {
    datastoreError(
      "invalid_primary_key",
      "The primary key must not be empty",
      pointer,
    );
  }
  if (id.length * 3 > MAX_KEY_BYTES && Buffer.byteLength(id) > MAX_KEY_BYTES) {
    datastoreError(
      "invalid_primary_key",
      `The primary key must not be longer than ${MAX_KEY_BYTES} bytes`,
      pointer,
    );
  }
}

/** Checks an item's attributes against its datastore's definition and gives back its primary key. */
export function checkItem(
  item: Item,
  definition: DatastoreDefinition,
  pointer: string,
): string {
  const key = definition.primary_key;
  const id = item[key];
  if (typeof id !== "string") {
    datastoreError(
      "missing_primary_key",
      `The item must have its primary key "${key}" as a string`,
      `${pointer}/${key}`,
    );
  }
  checkKey(id, `${pointer}/${key}`);
  for (const name of Object.keys(item)) {
    const type = definition.attributes.get(name);
    if (type === undefined) {
      datastoreError(
        "unknown_attribute",
        `The datastore "${definition.name}" has no attribute "${name}"`,
        `${pointer}/${name}`,
      );
    }
    if (!fitsType(type, item[name])) {
      datastoreError(
        "invalid_attribute_type",
        `The attribute "${name}" must be of type ${type}`,
        `${pointer}/${name}`,
      );
    }
  }
  return id;
}

/** The size in bytes of an item as JSON; refuses one that is too big to be kept. */
export function measureItem(item: Item, pointer: string): number {
  const bytes = Buffer.byteLength(JSON.stringify(item));
  if (bytes >= MAX_ITEM_BYTES) {
    datastoreError(
      "item_too_large",
      "Item size has exceeded the maximum allowed size",
      pointer,
    );
  }
  return bytes;
}
