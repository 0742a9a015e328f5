import { ROOT } from "../support/source_files.ts";
import type { Saboteur } from "./saboteurs/saboteur.ts";

/** What of the project the simulation needs; its packages are shared. */
const PARTS = [
  "assets",
  "bridge",
  "datastores",
  "emulator",
  "functions",
  "shims",
  "tests",
  "triggers",
  "workflows",
  "deno.jsonc",
  "deno.lock",
  "manifest.ts",
];

/** Makes a copy of the project with a saboteur's work in it. @returns its folder, a path. */
export async function sabotagedCopy(saboteur: Saboteur): Promise<string> {
  const folder = await Deno.makeTempDir({ prefix: "saboteur-" });
  for (const part of PARTS) await copy(part, folder);
  const packages = new URL("node_modules", ROOT);
  await Deno.symlink(packages.pathname, `${folder}/node_modules`);
  const { file, find, replace } = saboteur;
  const text = await Deno.readTextFile(new URL(file, ROOT));
  await Deno.writeTextFile(
    `${folder}/${file}`,
    text.split(find).join(replace),
  );
  return folder;
}

/** Whether the text that a saboteur replaces stands exactly once where they look for it. */
export async function findsItsText(
  { file, find }: Saboteur,
): Promise<boolean> {
  const text = await Deno.readTextFile(new URL(file, ROOT)).catch(() => "");
  return text.split(find).length === 2;
}

async function copy(part: string, folder: string): Promise<void> {
  const from = new URL(part, ROOT);
  const to = `${folder}/${part}`;
  const { isDirectory } = await Deno.stat(from);
  if (!isDirectory) return await Deno.copyFile(from, to);
  await Deno.mkdir(to);
  for await (const { name } of Deno.readDir(from)) {
    await copy(`${part}/${name}`, folder);
  }
}
