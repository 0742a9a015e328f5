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

/** What has to happen before anybody sees a world. */
export interface Opening<World> {
  /** Hears the address as soon as it can be asked; whoever asks there waits until the world is open. */
  onListen(origin: string): void;
  prepare(world: World): Promise<void>;
  /** Whether a request belongs to that, and is answered meanwhile. */
  isPartOf(request: Request): boolean;
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
 * @param opening what it is made ready by; without it, it is ready when it is made.
 */
export async function serve<World extends Answers>(
  port: number,
  make: (origin: string) => World | Promise<World>,
  opening?: Opening<World>,
): Promise<Served<World>> {
  const made = Promise.withResolvers<World>();
  const ready = Promise.withResolvers<World>();
  const stop = new AbortController();
  const server = listen(port, stop.signal, async (request) => {
    const isEarly = opening?.isPartOf(request);
    const world = await (isEarly ? made : ready).promise;
    return await world.fetch(request);
  });
  const origin = `http://127.0.0.1:${server.addr.port}`;
  opening?.onListen(origin);
  try {
    const world = await make(origin);
    made.resolve(world);
    await opening?.prepare(world);
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
    for (const each of [made, ready]) {
      each.promise.catch(() => {});
      each.reject(error);
    }
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
