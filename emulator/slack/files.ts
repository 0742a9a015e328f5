import { Buffer } from "node:buffer";
import type { Clock } from "../clock.ts";
import type { Ids } from "../ids.ts";
import type { Collection, Store } from "../store.ts";
import { mediaType } from "./media_type.ts";
import { refuse } from "./refusal.ts";

/** A file as the workspace keeps it: announced, then filled, then shared. */
export interface StoredFile {
  id: string;
  name: string;
  title: string;
  mimetype: string;
  /** As announced; the upload has to be exactly as long. */
  size: number;
  user: string;
  /** Seconds since the Unix epoch. */
  created: number;
  /** The part of the upload address that nobody can guess. */
  secret: string;
  /** Base64; null until it was uploaded. */
  bytes: string | null;
  /** Where it is to be seen. */
  shares: { channel: string; ts: string; thread_ts?: string }[];
  complete: boolean;
}

/** The files of the workspace. https://docs.slack.dev/messaging/working-with-files */
export class Files {
  readonly #rows: Collection<StoredFile>;
  readonly #bySecret = new Map<string, StoredFile>();

  constructor(
    store: Store,
    private readonly clock: Clock,
    private readonly ids: Ids,
    /** Where files go to and come from; no slash at the end. */
    readonly origin: string,
  ) {
    this.#rows = store.collection<StoredFile>("slack.files");
    for (const file of this.#rows.all()) this.#bySecret.set(file.secret, file);
  }

  get(id: string): StoredFile | undefined {
    return this.#rows.get(id);
  }

  /** A file that somebody is about to upload. */
  announce(name: string, size: number, user: string): StoredFile {
    const file: StoredFile = {
      id: this.ids.slack("F"),
      name,
      title: name,
      mimetype: mediaType(name),
      size,
      user,
      created: Math.floor(this.clock.now() / 1000),
      secret: this.ids.hex(40),
      bytes: null,
      shares: [],
      complete: false,
    };
    this.#bySecret.set(file.secret, file);
    this.save(file);
    return file;
  }

  uploadUrl(file: StoredFile): string {
    return `${this.origin}/upload/v1/${file.secret}`;
  }

  privateUrl(file: StoredFile, team: string): string {
    const name = encodeURIComponent(file.name);
    return `${this.origin}/files-pri/${team}-${file.id}/${name}`;
  }

  /** Takes what was uploaded. False when there is no such address, or the length is not the announced one. */
  fill(secret: string, bytes: Uint8Array): boolean {
    const file = this.#bySecret.get(secret);
    if (!file || file.complete || bytes.length !== file.size) return false;
    file.bytes = Buffer.from(bytes).toString("base64");
    this.save(file);
    return true;
  }

  /** Ends an upload. */
  complete(id: string, title: string | undefined, user: string): StoredFile {
    const file = this.get(id);
    if (!file || file.bytes === null || file.user !== user) {
      return refuse("file_not_found");
    }
    file.complete = true;
    if (title) file.title = title;
    this.save(file);
    return file;
  }

  delete(file: StoredFile): void {
    this.#bySecret.delete(file.secret);
    this.#rows.delete(file.id);
  }

  save(file: StoredFile): void {
    this.#rows.put(file.id, file);
  }
}

/** What is in a file. */
export function bytesOf(file: StoredFile): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(file.bytes ?? "", "base64"));
}
