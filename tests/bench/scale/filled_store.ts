import { Collection, Store } from "../../../emulator/store.ts";

type Row = Record<string, unknown>;

/** How a table's rows follow from the number of the contact that they are about. */
interface Filling {
  keyOf(at: number): string;
  /** Which contact a key is about; null where it is about none of them. */
  at(key: string): number | null;
  row(at: number): Row;
}

/** No real number begins like this: 555 is nobody's exchange. */
const AREAS = 800;
const CHANNEL = "C0MANYTEXTS";
const FIRST_TS = 1_600_000_000;

const numberOf = (at: number) =>
  `+1${200 + at % AREAS}555${String(Math.floor(at / AREAS) + 2_000)}`;

/** Which contact a number is of. */
function contactAt(number: string): number | null {
  const [, area, rest] = /^\+1(\d{3})555(\d{4})$/.exec(number) ?? [];
  if (!area || !rest || Number(rest) < 2_000) return null;
  return (Number(rest) - 2_000) * AREAS + Number(area) - 200;
}

const tsOf = (at: number) => `${FIRST_TS + at}.000100`;

/** Rows that are about contacts whose keys begin so. */
function about(prefix: string, rest: (at: number, number: string) => Row) {
  return {
    keyOf: (at: number) => prefix + numberOf(at),
    at: (key: string) =>
      key.startsWith(prefix) ? contactAt(key.slice(prefix.length)) : null,
    row: (at: number) => rest(at, numberOf(at)),
  };
}

const conversation = (line: string): Filling =>
  about(`${line}:`, (at, number) => ({
    id: `${line}:${number}`,
    channel: CHANNEL,
    card_ts: tsOf(at),
    begun: "contact",
    shown: [`SM${String(at).padStart(32, "0")}`],
  }));
const name: Filling = about("name:", (at, number) => ({
  id: `name:${number}`,
  name: `Contact ${at}`,
  tags: [],
}));
const contact: Filling = about("", (at, number) => ({
  number,
  name: `Contact ${at}`,
  by: "U0",
  updated_at: FIRST_TS,
}));
const place = (line: string): Filling => ({
  keyOf: (at) => `${CHANNEL}:${tsOf(at)}`,
  at(key) {
    const [channel, ts] = key.split(":");
    return channel === CHANNEL ? Number(ts?.split(".")[0]) - FIRST_TS : null;
  },
  row: (at) => ({
    id: `${CHANNEL}:${tsOf(at)}`,
    line,
    contact: numberOf(at),
  }),
});

/** Rows that are there from the start, made when somebody asks for them, beneath those that are written. */
class FilledRows extends Collection<unknown> {
  readonly #gone = new Set<string>();

  constructor(
    private readonly fillings: Filling[],
    private readonly count: number,
  ) {
    super();
  }

  override get(id: string): unknown {
    return super.get(id) ?? (this.#gone.has(id) ? undefined : this.#made(id));
  }

  override delete(id: string): void {
    this.#gone.add(id);
    super.delete(id);
  }

  override all(): unknown[] {
    const made = this.fillings.flatMap(({ keyOf, row }) =>
      Array.from({ length: this.count }, (_, at) => at)
        .filter((at) => {
          const key = keyOf(at);
          return !this.#gone.has(key) && super.get(key) === undefined;
        })
        .map(row)
    );
    return [...made, ...super.all()];
  }

  #made(id: string): Row | undefined {
    for (const { at, row } of this.fillings) {
      const found = at(id);
      if (found !== null && found < this.count) return row(found);
    }
  }
}

/** A store in whose tables so many contacts and conversations of a line stand from the start. */
export class FilledStore extends Store {
  readonly #filled = new Map<string, Collection<unknown>>();

  constructor(count: number, line: string) {
    super();
    const fill = (table: string, ...fillings: Filling[]) =>
      this.#filled.set(`datastore ${table}`, new FilledRows(fillings, count));
    fill("conversations", conversation(line), name);
    fill("contacts", contact);
    fill("places", place(line));
  }

  override collection<Row>(name: string): Collection<Row> {
    const filled = this.#filled.get(name);
    return filled ? filled as Collection<Row> : super.collection<Row>(name);
  }
}
