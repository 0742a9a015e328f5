import type { Datastores } from "../../emulator/slack/datastores/datastores.ts";
import { fileContacts } from "../../bridge/contacts/file_contacts.ts";
import { type Bucket, emptyBucket } from "../../bridge/sms/search_bucket.ts";
import { peopleMadeUp } from "./people_made_up.ts";

/** Puts so many contacts into the tables as if they had been saved, without a call. @returns them. */
export async function seedContacts(
  datastores: Datastores,
  count: number,
): Promise<{ name: string; number: string }[]> {
  const people = peopleMadeUp(count);
  const buckets = new Map<string, Bucket>();
  const find = (key: string) =>
    Promise.resolve(buckets.get(key) ?? emptyBucket(key));
  await fileContacts({
    contactIndex: {
      find,
      findAll: (keys) => Promise.all(keys.map(find)),
      saveAll(saved) {
        for (const bucket of saved) buckets.set(bucket.key, bucket);
        return Promise.resolve();
      },
    },
  }, people.map((each) => ({ ...each, before: [] })));
  for (const { key, isSplit, entries } of buckets.values()) {
    datastores.put("contact_index", { key, is_split: isSplit, entries });
  }
  for (const { name, number } of people) {
    datastores.put("contacts", { number, name, by: "U0", updated_at: 1 });
    datastores.put("conversations", { id: `name:${number}`, name });
  }
  return people;
}
