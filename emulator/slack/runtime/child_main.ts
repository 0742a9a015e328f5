/** The inside of the child host: orders come as JSON lines on stdin, answers go as JSON lines to stdout. */
import { dispatch, type FunctionModule } from "./dispatch.ts";
import type { ChildAnswer, ChildOrder } from "./child_protocol.ts";
import { lines } from "./lines.ts";

// Stdout belongs to the answers, so what the app logs goes to stderr. This module is imported before the app's.
const log = console.error;
console.log = console.info = console.debug = log;

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
    obey(order, modules);
  }
}
