import { type Death, deathsAmong } from "./one_death.ts";
import type { Course } from "./small_world.ts";

/** Lives through something without a death, then with each that it can meet, and tells of it. @returns how often it went wrong. */
export async function dieEverywhere(
  what: string,
  live: (death?: Death) => Promise<Course>,
): Promise<number> {
  const { wrongs, calls } = await live();
  for (const wrong of wrongs) console.log(`${what}, nobody dies: ${wrong}`);
  let broken = wrongs.length > 0 ? 1 : 0;
  let deaths = 0;
  for (const death of deathsAmong(calls)) {
    deaths++;
    const { wrongs } = await live(death);
    if (wrongs.length > 0) broken++;
    const again = death.again ? " and is run again" : "";
    for (const wrong of wrongs) {
      console.log(
        `${what}, dies ${death.when} call ${death.call}${again}: ${wrong}`,
      );
    }
  }
  console.log(`${String(deaths).padStart(6)} × ${what}`);
  return broken;
}

/** Ends the process, telling whether anything went wrong. */
export function endWith(broken: number): never {
  console.log(broken === 0 ? "no violation" : `violations after ${broken}`);
  Deno.exit(broken > 0 ? 1 : 0);
}
