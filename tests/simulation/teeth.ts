/**
 * Shows that the simulation has teeth: puts one plausible bug after the other into a copy of the app, and fails when one
 * is not caught. `teeth.ts [WORDS]` tries only those with these words in their names.
 */
import { findsItsText, sabotagedCopy } from "./sabotaged_copy.ts";
import type { Saboteur } from "./saboteurs/saboteur.ts";
import { SABOTEURS } from "./saboteurs/saboteurs.ts";

/** How many seeds a saboteur may survive. */
const SEEDS = 300;

/** How many are tried at a time: one for each core. */
const AT_ONCE = 2;

/** Somebody who changes nothing: were they caught, nothing could be said of the others. */
const NOBODY: Saboteur = {
  name: "nobody",
  file: "manifest.ts",
  find: "export default",
  replace: "export default",
};

type Verdict = { by: string; invariant: string } | "survived";

const words = Deno.args[0] ?? "";
const tried = SABOTEURS.filter(({ name }) => name.includes(words));
const lost = [];
for (const saboteur of tried) {
  if (!await findsItsText(saboteur)) lost.push(saboteur);
}
for (const { name, file, find } of lost) {
  console.log(`“${name}” does not find its text once in ${file}: ${find}`);
}
if (lost.length > 0) Deno.exit(1);
if (!words && await trial(NOBODY) !== "survived") {
  console.log("The app has a violation of its own: see deno task simulate.");
  Deno.exit(1);
}
const waiting = tried.values();
let survivors = 0;
await Promise.all(Array.from({ length: AT_ONCE }, async () => {
  for (const saboteur of waiting) {
    const verdict = await trial(saboteur);
    if (verdict === "survived") survivors++;
    console.log(
      verdict === "survived"
        ? `SURVIVED ${
          saboteur.journey ?? `${SEEDS} seeds`
        }: ${saboteur.name} (${saboteur.file})`
        : `caught by ${verdict.by.padEnd(18)} ${
          verdict.invariant.padEnd(21)
        } ${saboteur.name}`,
    );
  }
}));
console.log(`${tried.length} saboteurs, ${survivors} survived`);
Deno.exit(survivors > 0 ? 1 : 0);

async function trial(saboteur: Saboteur): Promise<Verdict> {
  const folder = await sabotagedCopy(saboteur);
  try {
    return saboteur.journey
      ? await dieIn(folder, saboteur.journey)
      : await liveIn(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

async function liveIn(folder: string): Promise<Verdict> {
  const { stdout } = await run(folder, "simulate.ts", [
    ...["--seeds", String(SEEDS), "--workers", "1", "--stop", "--json"],
  ]);
  const { violations: [first] } = JSON.parse(
    new TextDecoder().decode(stdout),
  );
  return first
    ? { by: `seed ${first.seed}`, invariant: first.invariant }
    : "survived";
}

async function dieIn(folder: string, journey: string): Promise<Verdict> {
  const { stdout, code } = await run(folder, "exhaustive.ts", [journey]);
  if (code === 0) return "survived";
  const [, invariant = "?"] =
    /^ {2}(\w+): /m.exec(new TextDecoder().decode(stdout)) ?? [];
  return { by: journey, invariant };
}

async function run(cwd: string, file: string, args: string[]) {
  const path = `tests/simulation/${file}`;
  return await new Deno.Command(Deno.execPath(), {
    // The copies share the packages: none may link them anew under another's feet.
    args: ["run", "-A", "--no-check", "--node-modules-dir=manual", path]
      .concat(args),
    cwd,
    stdin: "null",
    stderr: "inherit",
  }).output();
}
