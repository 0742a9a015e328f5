import type { DeskState, Text, Workspace } from "./desk_state.ts";
import { read } from "./http.ts";
import { keepSame } from "./keep_same.ts";
import { type Patch, patched, type Shown } from "./patch.ts";

/** All that the page shows, as far as the emulator has told it. */
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

/** How long to wait for an emulator that does not answer yet, in milliseconds. */
const patience = 1000;

/** Keeps a {@link Snapshot} true: gets everything once, then what each change alters, and asks for nothing else. */
export class Feed {
  #snapshot: Snapshot = {
    workspace: null,
    desk: null,
    texts: {},
    connected: true,
    tick: 0,
  };
  readonly #listeners = new Set<() => void>();
  #person = "";
  #events: EventSource | undefined;
  #telling: ReturnType<typeof setTimeout> | undefined;

  get snapshot(): Snapshot {
    return this.#snapshot;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async start(): Promise<void> {
    try {
      const workspace = await read<Workspace>("/workspace");
      this.#put({ workspace: keepSame(this.#snapshot.workspace, workspace) });
    } catch {
      setTimeout(() => void this.start(), patience);
    }
  }

  /** Shows the desk of another person. */
  look(person: string): void {
    if (!person || person === this.#person) return;
    this.#person = person;
    this.#events?.close();
    const events = this.#events = new EventSource(`/events?user_id=${person}`);
    // A broken feed is opened again by the browser, and begins with everything: nothing is missed.
    events.addEventListener("state", ({ data }) => {
      const { workspace, desk } = this.#snapshot;
      const told: Shown = JSON.parse(data);
      if (!workspace) return;
      this.#show({
        desk: desk?.me === person ? keepSame(desk, told.desk) : told.desk,
        phones: keepSame(workspace.phones, told.phones),
        texts: keepSame(this.#snapshot.texts, told.texts),
      });
      this.#put({ connected: true });
    });
    // A restarted emulator may be another one: its people, tokens and lines are read anew.
    events.addEventListener("ready", () => void this.start());
    events.addEventListener("error", () => this.#put({ connected: false }));
    events.addEventListener("change", ({ data }) => {
      const { patch }: { patch?: Patch } = JSON.parse(data);
      const { workspace, desk, texts } = this.#snapshot;
      if (patch && workspace && desk?.me === person) {
        const { phones } = workspace;
        this.#show(patched({ desk, phones, texts }, patch));
      }
      this.#put({ tick: this.#snapshot.tick + 1 });
    });
  }

  #show({ desk, phones, texts }: Shown): void {
    const { workspace } = this.#snapshot;
    this.#snapshot = {
      ...this.#snapshot,
      desk,
      texts,
      workspace: workspace && workspace.phones !== phones
        ? { ...workspace, phones }
        : workspace,
    };
  }

  /** Changes that come in one go are drawn in one go. */
  #put(part: Partial<Snapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    this.#telling ??= setTimeout(() => {
      this.#telling = undefined;
      for (const listener of this.#listeners) listener();
    }, 0);
  }
}
