import type { DeskState, Text, Workspace } from "./desk_state.ts";
import { read } from "./http.ts";
import { keepSame } from "./keep_same.ts";

/** All that the page shows, as last read from the emulator. */
export interface Snapshot {
  workspace: Workspace | null;
  desk: DeskState | null;
  /** By phone number, oldest first. */
  texts: Record<string, Text[]>;
  /** False while the feed of changes is broken. */
  connected: boolean;
  /** Rises with every change: what is read only while it is looked at (the inspector) reads again. */
  tick: number;
}

const deskKinds = new Set([
  "message",
  "reaction",
  "pin",
  "view",
  "ephemeral",
  "channel",
  "trigger",
]);

/** Runs `work`, never twice at once; a poke during a run leads to one more run after it. */
function coalesced(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined;
  let again = false;
  return () => {
    again = true;
    running ??= (async () => {
      while (again) {
        again = false;
        await work().catch(() => {});
      }
      running = undefined;
    })();
    return running;
  };
}

/** Keeps a {@link Snapshot} true: reads everything, then reads again what a change touched. */
export class Feed {
  #snapshot: Snapshot = {
    workspace: null,
    desk: null,
    texts: {},
    connected: false,
    tick: 0,
  };
  readonly #listeners = new Set<() => void>();
  #person = "";

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Shows the desk of another person. */
  look(person: string): void {
    if (person === this.#person) return;
    this.#person = person;
    void this.readDesk();
  }

  start(): void {
    const events = new EventSource("/events");
    // Whatever happened while there was no feed is read once more.
    events.addEventListener("ready", () => {
      this.#put({ connected: true });
      void this.#readAll();
    });
    events.addEventListener("error", () => this.#put({ connected: false }));
    events.addEventListener("change", (event) => {
      this.#follow(JSON.parse(event.data).kind);
    });
  }

  readonly readDesk = coalesced(async () => {
    const person = this.#person;
    if (!person) return;
    const desk = await read<DeskState>(`/desk/state?user_id=${person}`);
    if (person !== this.#person) return;
    this.#put({ desk: keepSame(this.#snapshot.desk, { ...desk, me: person }) });
  });

  readonly readPhones = coalesced(async () => {
    const workspace = await read<Workspace>("/workspace");
    this.#put({ workspace: keepSame(this.#snapshot.workspace, workspace) });
    const texts: Record<string, Text[]> = {};
    await Promise.all(workspace.phones.map(async ({ number }) => {
      const path = `/phones/${encodeURIComponent(number)}/texts`;
      texts[number] = await read<Text[]>(path);
    }));
    this.#put({ texts: keepSame(this.#snapshot.texts, texts) });
  });

  async #readAll(): Promise<void> {
    await Promise.all([this.readPhones(), this.readDesk()]);
  }

  #follow(kind: string): void {
    if (kind === "phone") void this.readPhones();
    if (deskKinds.has(kind)) void this.readDesk();
    this.#put({ tick: this.#snapshot.tick + 1 });
  }

  #put(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
