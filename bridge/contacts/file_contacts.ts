import type { AllEnds, ContactIndex } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";
import {
  addTo,
  type Bucket,
  nameIn,
  removeFrom,
  splitIfLarge,
} from "../sms/search_bucket.ts";
import { fileBelow, fileUnder, type Findable } from "../sms/search_key.ts";

/** Under which name a number is to be found from now on, and under which it was. */
export interface Refiling {
  number: E164;
  /** Null for a contact that goes away. */
  name: string | null;
  before: string[];
}

/** What is to be done with one bucket. */
interface Work {
  add: Findable[];
  remove: Findable[];
}

/**
 * Files contacts in the index under their names, and takes them out from under those they had. Safe to repeat: what is
 * filed already is not written again.
 */
export async function fileContacts(
  { contactIndex }: Pick<AllEnds, "contactIndex">,
  refilings: Refiling[],
): Promise<void> {
  const works = new Map<string, Work>();
  for (const { number, name, before } of refilings) {
    for (const old of before) plan(works, "remove", { number, name: old });
    if (name !== null) plan(works, "add", { number, name });
    else plan(works, "remove", { number, name: "" });
  }
  const known = new Map(refilings.map((it) => [it.number, it]));
  const { writes, strays } = await workOff(contactIndex, works, known);
  await contactIndex.saveAll(writes);
  // Somebody else filed them meanwhile, under a name that is not theirs now.
  if (strays.length > 0) await fileContacts({ contactIndex }, strays);
}

/** Works through buckets and those below them. What it returns is to be written in its order: the lowest first. */
async function workOff(
  index: ContactIndex,
  works: Map<string, Work>,
  known: Map<E164, Refiling>,
): Promise<{ writes: Bucket[]; strays: Refiling[] }> {
  if (works.size === 0) return { writes: [], strays: [] };
  const writes: Bucket[] = [];
  const strays: Refiling[] = [];
  const below = new Map<string, Work>();
  for (const bucket of await index.findAll([...works.keys()])) {
    const { add, remove } = works.get(bucket.key) ?? { add: [], remove: [] };
    if (bucket.key.startsWith("#")) {
      strays.push(...straysIn(bucket, [...add, ...remove], known));
    }
    const gone = removeFrom(bucket, ...remove.map(({ number }) => number));
    const next = addTo(gone, ...add);
    if (!isSame(bucket, next)) writes.push(...splitIfLarge(next));
    for (const it of remove) plan(below, "remove", it, fileBelow(bucket, it));
    for (const it of add) plan(below, "add", it, fileBelow(bucket, it));
  }
  const deeper = await workOff(index, below, known);
  return {
    writes: [...deeper.writes, ...writes],
    strays: [...strays, ...deeper.strays],
  };
}

function plan(
  works: Map<string, Work>,
  what: keyof Work,
  contact: Findable,
  keys = fileUnder(contact),
): void {
  for (const key of keys) {
    const work = works.get(key) ?? { add: [], remove: [] };
    work[what].push(contact);
    works.set(key, work);
  }
}

// The bucket of a number has its contact under the one name under which it was filed last.
function straysIn(
  bucket: Bucket,
  contacts: Findable[],
  known: Map<E164, Refiling>,
): Refiling[] {
  const numbers = new Set(contacts.map(({ number }) => number));
  return [...numbers].flatMap((number) => {
    const filed = nameIn(bucket, number);
    const refiling = known.get(number);
    if (filed === undefined || !refiling) return [];
    const { name, before } = refiling;
    return filed === name || before.includes(filed)
      ? []
      : [{ number, name, before: [filed] }];
  });
}

function isSame(one: Bucket, other: Bucket): boolean {
  const entries = new Set(one.entries);
  return one.entries.length === other.entries.length &&
    other.entries.every((each) => entries.has(each));
}
