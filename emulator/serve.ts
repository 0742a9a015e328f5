/** Something that answers HTTP. */
export interface Answers {
  fetch(request: Request): Promise<Response> | Response;
}

/** A world that can be reached from this machine, and from nowhere else. */
export interface Served<World> {
  world: World;
  /** `http://127.0.0.1:4390` */
  origin: string;
  close(): Promise<void>;
}

/** The one sentence that a person needs when the port is taken. */
export class PortTaken extends Error {
  constructor(port: number) {
    super(
      `Port ${port} of this machine is in use; choose another with --port.`,
    );
  }
}

/**
 * Puts a world on a port of this machine. Its own address is part of many things it says, so it is made once the
 * port is known.
 * @param port 0 takes any free one.
 */
export async function serve<World extends Answers>(
  port: number,
  make: (origin: string) => World | Promise<World>,
): Promise<Served<World>> {
  const ready = Promise.withResolvers<World>();
  const stop = new AbortController();
  const server = listen(port, stop.signal, async (request) => {
    const world = await ready.promise;
    return await world.fetch(request);
  });
  const origin = `http://127.0.0.1:${server.addr.port}`;
  try {
    const world = await make(origin);
    ready.resolve(world);
    return {
      world,
      origin,
      close: async () => {
        // Streams to an open page would keep a polite shutdown waiting for ever.
        stop.abort();
        await server.finished;
      },
    };
  } catch (error) {
    stop.abort();
    ready.promise.catch(() => {});
    ready.reject(error);
    await server.finished;
    throw error;
  }
}

function listen(
  port: number,
  signal: AbortSignal,
  handler: (request: Request) => Promise<Response>,
): Deno.HttpServer<Deno.NetAddr> {
  try {
    return Deno.serve({
      hostname: "127.0.0.1",
      port,
      signal,
      onListen() {},
      // An answer that the wire lost: all that HTTP can say of it.
      onError: () => new Response(null, { status: 502 }),
    }, handler);
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) throw new PortTaken(port);
    throw error;
  }
}
