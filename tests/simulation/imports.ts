/** Imports with a death at every call: what `deno task simulate:imports` is. */
import { dieImporting } from "./import_deaths.ts";
import { deathsAmong } from "./one_death.ts";

const { wrongs, calls } = await dieImporting();
for (const wrong of wrongs) console.log(`nobody dies: ${wrong}`);
let deaths = 0;
let broken = wrongs.length > 0 ? 1 : 0;
for (const death of deathsAmong(calls)) {
  deaths++;
  const { wrongs } = await dieImporting(death);
  if (wrongs.length > 0) broken++;
  for (const wrong of wrongs) console.log(`${JSON.stringify(death)}: ${wrong}`);
}
console.log(`${deaths} × import`);
console.log(broken === 0 ? "no violation" : `violations after ${broken}`);
Deno.exit(broken > 0 ? 1 : 0);
