import { DatabaseSync } from "node:sqlite";

/** Rows of one kind, by id. What `get` returns may be changed in place; `put` makes the change last. */
export class Collection<Row> {
  readonly #rows = new Map<string, Row>();

  constructor(
    private readonly name: string,
    private readonly database: DatabaseSync,
  ) {
    const saved = database.prepare(
      "SELECT id, row FROM rows WHERE kind = ? ORDER BY place",
    ).all(name) as { id: string; row: string }[];
    for (const { id, row } of saved) this.#rows.set(id, JSON.parse(row));
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  /** A run that outlives its world may still write: that is forgotten like everything else then. */
  put(id: string, row: Row): void {
    this.#rows.set(id, row);
    if (!this.database.isOpen) return;
    this.database.prepare(
      "INSERT INTO rows (kind, id, row) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET row = excluded.row",
    ).run(this.name, id, JSON.stringify(row));
  }

  delete(id: string): void {
    this.#rows.delete(id);
    if (!this.database.isOpen) return;
    this.database.prepare("DELETE FROM rows WHERE kind = ? AND id = ?").run(
      this.name,
      id,
    );
  }

  /** Every row, oldest first. */
  all(): Row[] {
    return [...this.#rows.values()];
  }

  get size(): number {
    return this.#rows.size;
  }
}

/** Where the emulated world lives: SQLite, in memory unless a file is named. */
export class Store {
  readonly #database: DatabaseSync;
  readonly #collections = new Map<string, Collection<unknown>>();

  /** @param path a file that keeps the world between starts; without it, it is forgotten at the end. */
  constructor(path = ":memory:") {
    this.#database = new DatabaseSync(path);
    this.#database.exec(
      `CREATE TABLE IF NOT EXISTS rows (
         place INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, row TEXT NOT NULL,
         UNIQUE (kind, id)
       )`,
    );
  }

  collection<Row>(name: string): Collection<Row> {
    let collection = this.#collections.get(name);
    if (!collection) {
      collection = new Collection<unknown>(name, this.#database);
      this.#collections.set(name, collection);
    }
    return collection as Collection<Row>;
  }

  close(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}
