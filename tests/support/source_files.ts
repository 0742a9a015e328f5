/** The project's root. */
export const ROOT = new URL("../../", import.meta.url);

/** One source file and what it imports. */
export interface SourceFile {
  /** From the root, such as `bridge/ports.ts`. */
  path: string;
  text: string;
  /** The project's own files that it imports, from the root. */
  imports: string[];
  /** Everything else that it imports, as written. */
  packages: string[];
}

const ROOMS = [
  "bridge",
  "datastores",
  "emulator",
  "functions",
  "tests",
  "triggers",
  "workflows",
];

/** Every TypeScript file of the project. */
export async function sourceFiles(): Promise<SourceFile[]> {
  const paths = ["manifest.ts"];
  for (const room of ROOMS) await collect(room, paths);
  return await Promise.all(paths.sort().map(read));
}

async function collect(folder: string, paths: string[]): Promise<void> {
  for await (
    const { name, isDirectory } of Deno.readDir(new URL(folder, ROOT))
  ) {
    if (name === "node_modules") continue;
    const path = `${folder}/${name}`;
    if (isDirectory) await collect(path, paths);
    else if (/\.tsx?$/.test(name)) paths.push(path);
  }
}

async function read(path: string): Promise<SourceFile> {
  const text = await Deno.readTextFile(new URL(path, ROOT));
  const written = [
    ...text.matchAll(/^(?:import|export)\s[^;]*?from\s+"([^"]+)"/gm),
    ...text.matchAll(/^import\s+"([^"]+)"/gm),
  ].map((match) => match[1] ?? "");
  const isOwn = (specifier: string) => specifier.startsWith(".");
  const base = new URL(path, ROOT);
  return {
    path,
    text,
    imports: written.filter(isOwn)
      .map((each) => new URL(each, base).href.slice(ROOT.href.length)),
    packages: written.filter((each) => !isOwn(each)),
  };
}
