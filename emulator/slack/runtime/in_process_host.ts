import { AsyncLocalStorage } from "node:async_hooks";
import { asJson } from "../../as_json.ts";
import type { FunctionHost, Invocation } from "../function_host.ts";
import { dispatch, type FunctionModule } from "./dispatch.ts";
import { readPayload } from "./invocation_payload.ts";

/** The run in which a piece of app code finds itself. */
export interface CurrentRun {
  callback_id: string;
  execution_id: string;
}

export interface InProcessHostOptions {
  /** The project's root: a file URL that ends in a slash. */
  root: URL;
  /** Modules that are no files, by callback id: small functions of a test. */
  modules?: Record<string, FunctionModule>;
  /** What the runtime remarks. The app's own `console` is left alone. */
  onLog?: (line: string) => void;
}

/**
 * Runs functions in the emulator's own process: fast, under any clock, with nothing forbidden but what
 * `platformFetch` forbids once it stands in for `globalThis.fetch`.
 */
export class InProcessHost implements FunctionHost {
  readonly #modules: Map<string, FunctionModule>;
  readonly #runs = new AsyncLocalStorage<CurrentRun>();

  constructor(private readonly options: InProcessHostOptions) {
    this.#modules = new Map(Object.entries(options.modules ?? {}));
  }

  /** Imports source files ahead, so that no run waits for one. `functions`: source file by callback id. */
  async preload(functions: Record<string, string>): Promise<void> {
    await Promise.all(
      Object.entries(functions).map(([callback_id, source_file]) =>
        this.#load(callback_id, source_file)
      ),
    );
  }

  /** The run that the calling code belongs to; undefined outside the app. */
  current(): CurrentRun | undefined {
    return this.#runs.getStore();
  }

  async invoke(invocation: Invocation): Promise<unknown> {
    const { callback_id, source_file, payload } = invocation;
    const order = readPayload(asJson(payload));
    const execution_id = order.body.event?.function_execution_id ??
      order.body.function_data?.execution_id ?? "";
    const response = await this.#runs.run(
      { callback_id, execution_id },
      () =>
        dispatch(
          order,
          () =>
            this.#modules.get(callback_id) ??
              this.#load(callback_id, source_file),
          this.options.onLog ?? (() => {}),
        ),
    );
    return asJson(response);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #load(callback_id: string, source_file: string) {
    const module: FunctionModule = this.#modules.get(callback_id) ??
      await import(new URL(source_file, this.options.root).href);
    this.#modules.set(callback_id, module);
    return module;
  }
}
