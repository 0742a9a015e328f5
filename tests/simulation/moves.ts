import { dieMoving, MOVES } from "./move_deaths.ts";
import { deathsAmong } from "./one_death.ts";

let broken = 0;
for (const move of MOVES) {
  const { wrongs, calls } = await dieMoving(move);
  let deaths = 0;
  if (wrongs.length > 0) broken++;
  for (const wrong of wrongs) console.log(`${move}, nobody dies: ${wrong}`);
  for (const death of deathsAmong(calls)) {
    deaths++;
    const { wrongs } = await dieMoving(move, death);
    if (wrongs.length > 0) broken++;
    for (const wrong of wrongs) {
      console.log(
        `${move}, dies ${death.when} call ${death.call}${
          death.again ? " and is run again" : ""
        }: ${wrong}`,
      );
    }
  }
  console.log(`${String(deaths).padStart(6)} × ${move}`);
}
console.log(broken === 0 ? "no violation" : `violations after ${broken}`);
Deno.exit(broken > 0 ? 1 : 0);
