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

  /** What the compiler has against it, a sentence each. */
  async faults(): Promise<string[]> {
    const types = new URL("tests/support/vendor_types.ts", ROOT).href;
    const folder = await Deno.makeTempDir();
    const file = `${folder}/witness.ts`;
    const lines = [
      `import type { Answer, Args, Rows, Takes } from "${types}";`,
      ...this.#statements.map(({ type, value }, at) =>
        `export const w${at}: ${type} = ${JSON.stringify(value)};`
      ),
    ];
    try {
      await Deno.writeTextFile(file, lines.join("\n"));
      const config = fileURLToPath(new URL("deno.jsonc", ROOT));
      const { success, stderr } = await new Deno.Command(Deno.execPath(), {
        args: [
          "check",
          "--quiet",
          // Left to itself, every Deno that starts links the packages anew, under the feet of those that run.
          "--node-modules-dir=manual",
          "--config",
          config,
          file,
        ],
        env: { NO_COLOR: "1" },
      }).output();
      return success ? [] : this.#read(new TextDecoder().decode(stderr));
    } finally {
      await Deno.remove(folder, { recursive: true });
    }
  }

  #state(what: string, type: string, value: unknown): void {
    const known = this.#statements.filter((one) => one.what === what);
    if (known.length < ENOUGH) this.#statements.push({ what, type, value });
  }

  #read(report: string): string[] {
    const faults = report.split(/\n(?=TS\d+)/).flatMap((each) => {
      const line = /witness\.ts:(\d+):/.exec(each)?.[1];
      const said = (each.split("\n    at ")[0] ?? "").split("\n")
        .filter((one) => !one.startsWith("export")).join(" ");
      // The statements begin on the second line.
      const about = this.#statements[Number(line) - 2]?.what;
      return line ? [`${about}: ${said}`] : [];
    });
    return faults.length > 0 ? faults : [report];
  }
}
