import { fileURLToPath } from "node:url";
import { ROOT } from "./source_files.ts";

/** The same kind of statement many times over proves nothing more. */
const ENOUGH = 12;

/** Holds calls and answers against the types of the vendors' own packages, with the compiler as the judge. */
export class TypeWitness {
  readonly #statements: { what: string; type: string; value: unknown }[] = [];

  /** The names of arguments that a method takes must all be known. */
  takes(method: string, names: readonly string[]): void {
    this.#state(`${method} takes`, `Takes<"${method}">[]`, names);
  }

  called(method: string, args: unknown): void {
    this.#state(`${method} was asked`, `Args<"${method}">`, args);
  }

  answered(method: string, answer: unknown): void {
    this.#state(`${method} answered`, `Answer<"${method}">`, answer);
  }

  /** A message, a line or a file, as the carrier's REST API shows it. */
  showed(what: "message" | "line" | "media", row: unknown): void {
    this.#state(`a ${what} was shown`, `Rows["${what}"]`, row);
  }

  /** A module that states all of it, a line each from the second one on. */
  get module(): string {
    const types = new URL("tests/support/vendor_types.ts", ROOT).href;
    return [
      `import type { Answer, Args, Rows, Takes } from "${types}";`,
      ...this.#statements.map(({ type, value }, at) =>
        `export const w${at}: ${type} = ${JSON.stringify(value)};`
      ),
    ].join("\n");
  }

  /** What is stated on a line of the module. */
  about(line: number): string {
    return this.#statements[line - 2]?.what ?? "nothing";
  }

  #state(what: string, type: string, value: unknown): void {
    const known = this.#statements.filter((one) => one.what === what);
    if (known.length < ENOUGH) this.#statements.push({ what, type, value });
  }
}

/**
 * What the compiler has against each of several witnesses, a sentence each. It takes longer to read the vendors' types
 * than to judge by them.
 */
export async function faultsOf(
  ...witnesses: TypeWitness[]
): Promise<string[][]> {
  const folder = await Deno.makeTempDir();
  const files = witnesses.map((_, at) => `${folder}/witness_${at}.ts`);
  try {
    for (const [at, { module }] of witnesses.entries()) {
      await Deno.writeTextFile(`${folder}/witness_${at}.ts`, module);
    }
    const config = fileURLToPath(new URL("deno.jsonc", ROOT));
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        "check",
        "--quiet",
        // Left to itself, every Deno that starts links the packages anew, under the feet of those that run.
        "--node-modules-dir=manual",
        "--config",
        config,
        ...files,
      ],
      env: { NO_COLOR: "1" },
    }).output();
    const report = success ? "" : new TextDecoder().decode(stderr);
    const faults = faultsIn(report, witnesses);
    if (success || faults.some((each) => each.length > 0)) return faults;
    throw new Error(report);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function faultsIn(report: string, witnesses: TypeWitness[]): string[][] {
  const faults: string[][] = witnesses.map(() => []);
  for (const each of report.split(/\n(?=TS\d+)/)) {
    const [, at, line] = /witness_(\d+)\.ts:(\d+):/.exec(each) ?? [];
    const said = (each.split("\n    at ")[0] ?? "").split("\n")
      .filter((one) => !one.startsWith("export")).join(" ");
    const about = witnesses[Number(at)]?.about(Number(line));
    faults[Number(at)]?.push(`${about}: ${said}`);
  }
  return faults;
}
