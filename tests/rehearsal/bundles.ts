import { fileURLToPath } from "node:url";
import { ROOT } from "../support/source_files.ts";
import { functionFiles } from "../support/stage.ts";

/** One function as it is deployed. */
export interface Bundle {
  callbackId: string;
  path: string;
  bytes: number;
}

/**
 * Bundles every function into a directory. One after the other: Deno puts linked packages into `node_modules` anew at
 * every start, and whoever reads there meanwhile does not find them.
 * @throws with what the bundler says when it cannot.
 */
export async function bundleFunctions(directory: string): Promise<Bundle[]> {
  const bundles: Bundle[] = [];
  for (const [callbackId, source] of Object.entries(functionFiles())) {
    bundles.push(await bundleFunction(callbackId, source, directory));
  }
  return bundles;
}

/**
 * Bundles one function with the very command of `slack deploy`
 * (https://github.com/slackapi/deno-slack-hooks, `src/bundler`).
 * @throws with what the bundler says when it cannot.
 */
export async function bundleFunction(
  callbackId: string,
  source: string,
  directory: string,
): Promise<Bundle> {
  const path = `${directory}/${callbackId}.js`;
  const { success, stderr } = await new Deno.Command(Deno.execPath(), {
    args: ["bundle", "--quiet", source, "--output", path],
    cwd: fileURLToPath(ROOT),
    stdin: "null",
  }).output();
  if (!success) {
    const said = new TextDecoder().decode(stderr);
    throw new Error(`${source} cannot be bundled: ${said}`);
  }
  const { size } = await Deno.stat(path);
  return { callbackId, path, bytes: size };
}

/**
 * Imports a bundle in a process of its own that may reach these hosts and nothing else.
 * @returns why it cannot be deployed, or null when it can.
 */
export async function whyNotLoaded(
  { callbackId, path }: Bundle,
  denoPath: string,
  hosts: readonly string[],
): Promise<string | null> {
  const entry = path.replace(/\.js$/, ".entry.js");
  await Deno.writeTextFile(
    entry,
    `import handler from "./${callbackId}.js";\n` +
      `if (typeof handler !== "function") throw new TypeError("no handler is exported");\n`,
  );
  const { success, stderr } = await new Deno.Command(denoPath, {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--no-config",
      `--allow-net=${hosts.join(",")}`,
      entry,
    ],
    stdin: "null",
  }).output();
  return success ? null : new TextDecoder().decode(stderr);
}
