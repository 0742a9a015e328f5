import { asJson } from "./as_json.ts";

/** A JSON answer to a `PlainRequest`, in this process: nobody has to write it out and read it again. */
export class PlainAnswer extends Response {
  #said: unknown;
  #isRead = false;

  constructor(said: Record<string, unknown>) {
    super(null, { headers: JSON_TYPE });
    this.#said = asJson(said);
  }

  override get bodyUsed(): boolean {
    return this.#isRead;
  }

  override json(): Promise<unknown> {
    return this.#read((said) => said);
  }

  override text(): Promise<string> {
    return this.#read((said) => JSON.stringify(said));
  }

  override clone(): Response {
    return new Response(JSON.stringify(this.#said), { headers: JSON_TYPE });
  }

  override get body(): never {
    throw new TypeError("A plain answer is read by json() or text().");
  }

  #read<T>(as: (said: unknown) => T): Promise<T> {
    if (this.#isRead) {
      return Promise.reject(new TypeError("Body already consumed."));
    }
    this.#isRead = true;
    return Promise.resolve(as(this.#said));
  }
}

const JSON_TYPE = { "content-type": "application/json; charset=utf-8" };
