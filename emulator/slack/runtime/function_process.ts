import { fileURLToPath } from "node:url";
import type { ChildAnswer, ChildError, ChildOrder } from "./child_protocol.ts";
import type { InvocationPayload } from "./dispatch.ts";
import { lines } from "./lines.ts";

export interface FunctionProcessOptions {
  /** The source file of each function by callback id; for a Deno older than the project's, a bundle. */
  modules: Record<string, URL>;
  /** What `--allow-net` gets: `api.twilio.com`, `127.0.0.1:4390`. Nothing else is allowed. */
  hosts: readonly string[];
  /** The project's `deno.jsonc`; without it the modules must be bundles. */
  config?: URL;
  /** Another Deno than the one that runs the emulator. */
  denoPath?: string;
  /** What the app logs, line by line. */
  onLog?: (line: string) => void;
}

/** What Deno itself needs to find its cache; without `--allow-env` the app sees none of it. */
const KEPT_VARIABLES = ["HOME", "PATH", "DENO_DIR", "XDG_CACHE_HOME", "TMPDIR"];

/** An app's error as it comes back from the child, with the app's own stack. */
class FunctionError extends Error {
  constructor({ name, message, stack }: ChildError) {
    super(message);
    this.name = name;
    if (stack) this.stack = stack;
  }
}

/** One run of the app's code that is under way in the child. */
interface Run {
  resolve(response: unknown): void;
  reject(error: Error): void;
}

/** A child Deno with every function of the app loaded, and the conversation with it. */
export class FunctionProcess {
  /** Resolves once every module is loaded; rejects when the child ends before. */
  readonly ready: Promise<void>;
  dead = false;
  readonly #child: Deno.ChildProcess;
  readonly #input: WritableStreamDefaultWriter<Uint8Array>;
  readonly #runs = new Map<number, Run>();
  readonly #directory: string;
  readonly #ended: Promise<void>;
  #lastId = 0;
  #lastLogs: string[] = [];

  constructor(private readonly options: FunctionProcessOptions) {
    this.#directory = Deno.makeTempDirSync({ prefix: "functions-" });
    this.#child = new Deno.Command(options.denoPath ?? Deno.execPath(), {
      args: this.#arguments(),
      clearEnv: true,
      env: keptEnvironment(),
      stdin: "piped",
      stdout: "piped",
      stderr: "piped",
    }).spawn();
    this.#input = this.#child.stdin.getWriter();
    const ready = Promise.withResolvers<void>();
    this.ready = ready.promise;
    this.ready.catch(() => {});
    this.#ended = this.#converse(ready);
  }

  /** Whether nothing is under way. */
  get idle(): boolean {
    return this.#runs.size === 0;
  }

  /** Starts one run. `abandon`: nobody waits for its answer any longer. */
  start(payload: InvocationPayload): {
    answer: Promise<unknown>;
    abandon(): void;
  } {
    const id = ++this.#lastId;
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    this.#runs.set(id, { resolve, reject });
    const order: ChildOrder = { id, payload };
    const line = new TextEncoder().encode(JSON.stringify(order) + "\n");
    // A broken pipe means that the child ended; that rejects every run anyway.
    this.#input.write(line).catch(() => {});
    return { answer: promise, abandon: () => this.#runs.delete(id) };
  }

  async kill(): Promise<void> {
    if (!this.dead) this.#child.kill("SIGKILL");
    await this.#ended;
  }

  #arguments(): string[] {
    const { config, hosts } = this.options;
    return [
      "run",
      "--quiet",
      "--no-prompt",
      // Left to itself, every Deno that starts links the packages anew, under the feet of those that run.
      ...(config
        ? [
          `--config=${fileURLToPath(config)}`,
          "--node-modules-dir=manual",
        ]
        : ["--no-config"]),
      ...(hosts.length > 0 ? [`--allow-net=${hosts.join(",")}`] : []),
      this.#writeEntry(),
    ];
  }

  /** Static imports need no permission to read, so the child gets none. */
  #writeEntry(): string {
    const main = new URL("./child_main.ts", import.meta.url);
    const modules = Object.entries(this.options.modules);
    const path = `${this.#directory}/entry.js`;
    Deno.writeTextFileSync(
      path,
      [
        `import { serveFunctions } from ${JSON.stringify(main.href)};`,
        ...modules.map(([, url], i) =>
          `import * as f${i} from ${JSON.stringify(url.href)};`
        ),
        `await serveFunctions({`,
        ...modules.map(([name], i) => `  ${JSON.stringify(name)}: f${i},`),
        `});`,
        "",
      ].join("\n"),
    );
    return path;
  }

  async #converse(ready: PromiseWithResolvers<void>): Promise<void> {
    const [{ code }] = await Promise.all([
      this.#child.status,
      this.#readLogs(),
      this.#readAnswers(ready),
    ]);
    this.dead = true;
    const reason = new Error(
      [`the functions' process ended with code ${code}`, ...this.#lastLogs]
        .join("\n"),
    );
    ready.reject(reason);
    for (const run of this.#runs.values()) run.reject(reason);
    this.#runs.clear();
    await this.#input.close().catch(() => {});
    Deno.removeSync(this.#directory, { recursive: true });
  }

  async #readAnswers(ready: PromiseWithResolvers<void>): Promise<void> {
    for await (const line of lines(this.#child.stdout)) {
      const answer = readAnswer(line);
      if (!answer) {
        this.#note(line);
        continue;
      }
      if ("ready" in answer) {
        ready.resolve();
        continue;
      }
      const run = this.#runs.get(answer.id);
      this.#runs.delete(answer.id);
      if ("error" in answer) run?.reject(new FunctionError(answer.error));
      else run?.resolve(answer.response);
    }
  }

  async #readLogs(): Promise<void> {
    for await (const line of lines(this.#child.stderr)) this.#note(line);
  }

  #note(line: string): void {
    this.#lastLogs = [...this.#lastLogs.slice(-19), line];
    this.options.onLog?.(line);
  }
}

/** Undefined for what the app wrote to stdout by itself. */
function readAnswer(line: string): ChildAnswer | undefined {
  if (!line.startsWith('{"id":') && !line.startsWith('{"ready":')) return;
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}

function keptEnvironment(): Record<string, string> {
  const kept: Record<string, string> = {
    NO_COLOR: "1",
    DENO_NO_UPDATE_CHECK: "1",
  };
  for (const name of KEPT_VARIABLES) {
    const value = Deno.env.get(name);
    if (value !== undefined) kept[name] = value;
  }
  return kept;
}
