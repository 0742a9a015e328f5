/** A Deno that must be able to run the deployed functions. */
export interface DenoVersion {
  version: string;
  path: string;
}

/**
 * The last Deno 1: Slack's own machines ran 1.46 when they were last heard of
 * (https://github.com/slackapi/deno-slack-sdk/issues/458).
 */
const OLD = "1.46.3";

/** The Deno that runs the tests, and the old one. */
export async function denos(): Promise<DenoVersion[]> {
  return [
    { version: Deno.version.deno, path: Deno.execPath() },
    { version: OLD, path: await pathOf(OLD) },
  ];
}

/** Has npm fetch a Deno. Asked outside the project: an old Deno cannot read its `deno.jsonc`. */
async function pathOf(version: string): Promise<string> {
  const elsewhere = await Deno.makeTempDir();
  try {
    const { success, stdout, stderr } = await new Deno.Command("npx", {
      args: ["-y", `deno@${version}`, "eval", "console.log(Deno.execPath())"],
      cwd: elsewhere,
      stdin: "null",
    }).output();
    const decoder = new TextDecoder();
    if (!success) {
      throw new Error(`no Deno ${version}: ${decoder.decode(stderr)}`);
    }
    return decoder.decode(stdout).trim();
  } finally {
    await Deno.remove(elsewhere);
  }
}
