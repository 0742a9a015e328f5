/** Something that answers HTTP on a port of this machine. */
export interface Loopback {
  /** `http://127.0.0.1:40001` */
  origin: string;
  /** Waits for nobody: clients keep their connections open, and a polite end may wait for them for ever. */
  close(): Promise<void>;
}

/** Answers HTTP on a free port of this machine. */
export function loopback(
  handler: (request: Request) => Response | Promise<Response>,
): Loopback {
  const stop = new AbortController();
  const server = Deno.serve({
    hostname: "127.0.0.1",
    port: 0,
    signal: stop.signal,
    onListen() {},
  }, handler);
  return {
    origin: `http://127.0.0.1:${server.addr.port}`,
    close: async () => {
      stop.abort();
      await server.finished;
    },
  };
}
