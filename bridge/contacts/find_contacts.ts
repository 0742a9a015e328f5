import type { AllEnds } from "../ports.ts";
import { type Bucket, suggestionsIn } from "../sms/search_bucket.ts";
import { type Findable, lookBelow, lookUnder } from "../sms/search_key.ts";

/** Contacts that may be meant by what was typed, the likeliest first: one look into the index, a few under the commonest names. */
export async function findContacts(
  { contactIndex }: AllEnds,
  typed: string,
  limit = 100,
): Promise<Findable[]> {
  let bucket: Bucket | null = null;
  let key = lookUnder(typed);
  while (key !== undefined) {
    bucket = await contactIndex.find(key);
    key = lookBelow(bucket, typed);
  }
  return bucket ? suggestionsIn(bucket, typed, limit) : [];
}
