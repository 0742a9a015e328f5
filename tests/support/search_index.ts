import assert from "node:assert/strict";
import { type E164, isE164 } from "../../bridge/sms/e164.ts";
import {
  addTo,
  type Bucket,
  emptyBucket,
  removeFrom,
  splitIfLarge,
  suggestionsIn,
} from "../../bridge/sms/search_bucket.ts";
import {
  fileBelow,
  fileUnder,
  type Findable,
  lookBelow,
  lookUnder,
} from "../../bridge/sms/search_key.ts";

export function e164(text: string): E164 {
  assert.ok(isE164(text), text);
  return text;
}

export function contact(name: string, number = "+14155550142"): Findable {
  return { name, number: e164(number) };
}

/** Rows by key, as a datastore has them; counts what is read and written. */
export class Index {
  rows = new Map<string, Bucket>();
  reads = 0;
  writes = 0;

  get(key: string): Bucket {
    this.reads++;
    return this.rows.get(key) ?? emptyBucket(key);
  }

  put(buckets: Bucket[]): void {
    this.writes += buckets.length;
    for (const it of buckets) this.rows.set(it.key, it);
  }

  save(all: Findable[]): void {
    const under = new Map<string, Findable[]>();
    for (const it of all) {
      for (const key of fileUnder(it)) push(under, key, it);
    }
    for (const [key, contacts] of under) this.saveUnder(key, contacts);
  }

  private saveUnder(key: string, contacts: Findable[]): void {
    const before = this.get(key);
    const after = splitIfLarge(addTo(before, ...contacts));
    const isSame = before.isSplit &&
      after[0]?.entries.length === before.entries.length;
    if (!isSame) this.put(after);
    const below = new Map<string, Findable[]>();
    for (const it of contacts) {
      for (const each of fileBelow(before, it)) push(below, each, it);
    }
    for (const [each, them] of below) this.saveUnder(each, them);
  }

  remove(it: Findable, keys = fileUnder(it)): void {
    for (const key of keys) {
      const bucket = this.get(key);
      this.put([removeFrom(bucket, it.number)]);
      this.remove(it, fileBelow(bucket, it));
    }
  }

  find(typed: string, limit = 100): string[] {
    let key = lookUnder(typed);
    if (key === undefined) return [];
    let bucket = this.get(key);
    while ((key = lookBelow(bucket, typed)) !== undefined) {
      bucket = this.get(key);
    }
    return suggestionsIn(bucket, typed, limit).map((it) => it.name);
  }
}

function push<T>(map: Map<string, T[]>, key: string, value: T): void {
  const values = map.get(key);
  if (values) values.push(value);
  else map.set(key, [value]);
}
