import { fileURLToPath } from "node:url";

const entry = fileURLToPath(new URL("./client.tsx", import.meta.url));
const config = fileURLToPath(new URL("../../deno.jsonc", import.meta.url));

let script: Promise<string> | undefined;

/**
 * The page's script as one file a browser can run, bundled when it is first asked for.
 * @throws with the bundler's own words when it does not build; it is tried anew then.
 */
export async function pageScript(): Promise<string> {
  script ??= bundle();
  try {
    return await script;
  } catch (error) {
    script = undefined;
    throw error;
  }
}

async function bundle(): Promise<string> {
  const { success, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "bundle",
      "--quiet",
      "--platform",
      "browser",
      "--minify",
      "--node-modules-dir=manual",
      "--config",
      config,
      entry,
    ],
  }).output();
  if (!success) throw new Error(new TextDecoder().decode(stderr));
  return new TextDecoder().decode(stdout);
}
