/** The inside of the child host: orders come as JSON lines on stdin, answers go as JSON lines to stdout. */
import { AsyncLocalStorage } from "node:async_hooks";
import { dispatch, type FunctionModule } from "./dispatch.ts";
import type { ChildAnswer, ChildOrder } from "./child_protocol.ts";
import { lines } from "./lines.ts";
import { RUN_HEADER } from "./run_header.ts";

// Stdout belongs to the answers, so what the app logs goes to stderr. This module is imported before the app's.
const log = console.error;
console.log = console.info = console.debug = log;

const runs = new AsyncLocalStorage<string>();
const platformFetch = globalThis.fetch;
globalThis.fetch = (input, init) => {
  const request = new Request(input, init);
  const run = runs.getStore();
  if (run) request.headers.set(RUN_HEADER, run);
  return platformFetch(request);
};

function answer(message: ChildAnswer): void {
  const bytes = new TextEncoder().encode(JSON.stringify(message) + "\n");
  for (let at = 0; at < bytes.length;) {
    at += Deno.stdout.writeSync(bytes.subarray(at));
  }
}

async function obey(
  { id, payload }: ChildOrder,
  modules: Record<string, FunctionModule>,
): Promise<void> {
  try {
    const response = await dispatch(payload, (callback_id) => {
      const module = modules[callback_id];
      if (module) return module;
      throw new TypeError(`Module not found "functions/${callback_id}.js"`);
    }, log);
    answer({ id, response });
  } catch (error) {
    const { name, message, stack } = error instanceof Error
      ? error
      : new Error(String(error));
    log(`Caught error from user supplied module: ${stack ?? message}`);
    answer({ id, error: { name, message, stack } });
  }
}

/** Serves the functions, by callback id, until stdin ends. */
export async function serveFunctions(
  modules: Record<string, FunctionModule>,
): Promise<void> {
  answer({ ready: true });
  for await (const line of lines(Deno.stdin.readable)) {
    const order: ChildOrder = JSON.parse(line);
    runs.run(nameOf(order), () => obey(order, modules));
  }
}

function nameOf({ payload: { body } }: ChildOrder): string {
  const { event, function_data } = body;
  const callback_id = event?.function?.callback_id ??
    function_data?.function?.callback_id;
  const id = event?.function_execution_id ?? function_data?.execution_id;
  return `${callback_id} ${id}`;
}
