import type { Bundle } from "../rehearsal/bundles.ts";

/** What one bundle weighs, and what makes it heavy. */
export interface Weight {
  callbackId: string;
  bytes: number;
  gzipped: number;
  /** Bytes by package, and by module of the project's own: the heaviest five. */
  heaviest: Record<string, number>;
}

/** How many of a bundle's parts are named. */
const NAMED = 5;

/** The bundler's own comment above each module: its path. */
const MODULE = /^\s*\/\/ (\S+\.(?:[cm]?js|tsx?|json))\n$/;

/** Weighs a bundle as a whole and by its parts. */
export async function weigh({ callbackId, path }: Bundle): Promise<Weight> {
  const source = await Deno.readTextFile(path);
  const parts = [...bytesByPart(source)].sort(([, one], [, other]) =>
    other - one
  );
  return {
    callbackId,
    bytes: bytesOf(source),
    gzipped: await gzippedSize(source),
    heaviest: Object.fromEntries(parts.slice(0, NAMED)),
  };
}

function bytesByPart(source: string): Map<string, number> {
  const bytes = new Map<string, number>();
  let part = "the bundler's own";
  for (const line of source.split(/(?<=\n)/)) {
    const path = MODULE.exec(line)?.[1];
    if (path) part = partOf(path);
    bytes.set(part, (bytes.get(part) ?? 0) + bytesOf(line));
  }
  return bytes;
}

/** The package that a module belongs to; the project's own stand for themselves. */
function partOf(path: string): string {
  const inside = path.split("node_modules/").at(-1) ?? path;
  if (inside === path) return path;
  const [scope = "", name] = inside.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}

async function gzippedSize(source: string): Promise<number> {
  const zipped = new Blob([source]).stream()
    .pipeThrough(new CompressionStream("gzip"));
  return (await new Response(zipped).arrayBuffer()).byteLength;
}

function bytesOf(text: string): number {
  return new TextEncoder().encode(text).length;
}
