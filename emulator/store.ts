import { DatabaseSync, type StatementSync } from "node:sqlite";

/** Where one kind of rows lasts: prepared once, since worlds write a great deal. */
class Shelf {
  readonly #put: StatementSync;
  readonly #delete: StatementSync;

  constructor(
    private readonly kind: string,
    private readonly database: DatabaseSync,
  ) {
    this.#put = database.prepare(
      "INSERT INTO rows (kind, id, row) VALUES (?, ?, ?) ON CONFLICT (kind, id) DO UPDATE SET row = excluded.row",
    );
    this.#delete = database.prepare(
      "DELETE FROM rows WHERE kind = ? AND id = ?",
    );
  }

  saved(): { id: string; row: string }[] {
    return this.database.prepare(
      "SELECT id, row FROM rows WHERE kind = ? ORDER BY place",
    ).all(this.kind) as { id: string; row: string }[];
  }

  /** A run that outlives its world may still write: that is forgotten like everything else then. */
  put(id: string, row: unknown): void {
    if (!this.database.isOpen) return;
    this.#put.run(this.kind, id, JSON.stringify(row));
  }

  delete(id: string): void {
    if (!this.database.isOpen) return;
    this.#delete.run(this.kind, id);
  }
}

/** Rows of one kind, by id. What `get` returns may be changed in place; `put` makes the change last. */
export class Collection<Row> {
  readonly #rows = new Map<string, Row>();

  /** @param shelf where they last; without it, they are forgotten at the end. */
  constructor(private readonly shelf?: Shelf) {
    for (const { id, row } of shelf?.saved() ?? []) {
      this.#rows.set(id, JSON.parse(row));
    }
  }

  get(id: string): Row | undefined {
    return this.#rows.get(id);
  }

  put(id: string, row: Row): void {
    this.#rows.set(id, row);
    this.shelf?.put(id, row);
  }

  delete(id: string): void {
    this.#rows.delete(id);
    this.shelf?.delete(id);
  }

  /** Every row, oldest first. */
  all(): Row[] {
    return [...this.#rows.values()];
  }

  get size(): number {
    return this.#rows.size;
  }
}

/** Where the emulated world lives: in memory, and in SQLite too if a file is named. */
export class Store {
  readonly #database: DatabaseSync | undefined;
  readonly #collections = new Map<string, Collection<unknown>>();

  /** @param path a file that keeps the world between starts; without it, it is forgotten at the end. */
  constructor(path?: string) {
    if (path === undefined) return;
    this.#database = new DatabaseSync(path);
    // What is written outlives this process, if not a machine that loses its power: a play world is not worth the wait.
    this.#database.exec("PRAGMA synchronous = OFF");
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
      const database = this.#database;
      collection = new Collection(database && new Shelf(name, database));
      this.#collections.set(name, collection);
    }
    return collection as Collection<Row>;
  }

  close(): void {
    if (this.#database?.isOpen) this.#database.close();
  }
}
