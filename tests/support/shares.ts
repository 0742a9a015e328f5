import { ROOT, sourceFiles } from "./source_files.ts";

/** How many shares there are: the same on every machine, so that the same tests follow one another. */
const SHARES = 4;

/**
 * Writes modules into a directory, each of which imports a share of the tests. Every file that `deno test` is given
 * begins cold, and most of what a file of journeys took was to compile the same modules again.
 * @param left folders whose tests are left out.
 */
export async function writeShares(
  directory: string,
  left: string[],
): Promise<string[]> {
  const files = (await sourceFiles()).map(({ path }) => path).filter((path) =>
    path.endsWith("_test.ts") && !left.some((it) => path.startsWith(`${it}/`))
  );
  const shares = Map.groupBy(files.entries(), ([at]) => at % SHARES);
  return await Promise.all([...shares].map(async ([share, members]) => {
    const path = `${directory}/share_${share + 1}.ts`;
    const imports = members.map(([, file]) =>
      `import ${JSON.stringify(new URL(file, ROOT).href)};\n`
    );
    await Deno.writeTextFile(path, imports.join(""));
    return path;
  }));
}
