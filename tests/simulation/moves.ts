import { dieMoving, MOVES } from "./move_deaths.ts";
import { type Death, deathsAmong } from "./one_death.ts";
import { dieQueueing, TURNS } from "./queue_deaths.ts";

let broken = 0;
for (const move of MOVES) await dieEverywhere(move, dieMoving);
for (const turn of TURNS) await dieEverywhere(turn, dieQueueing);
console.log(broken === 0 ? "no violation" : `violations after ${broken}`);
Deno.exit(broken > 0 ? 1 : 0);

/** Lives through one course of things without a death, and then with each that it can meet. */
async function dieEverywhere<Course extends string>(
  course: Course,
  die: (
    course: Course,
    death?: Death,
  ) => Promise<{ wrongs: string[]; calls: number }>,
): Promise<void> {
  const { wrongs, calls } = await die(course);
  let deaths = 0;
  if (wrongs.length > 0) broken++;
  for (const wrong of wrongs) console.log(`${course}, nobody dies: ${wrong}`);
  for (const death of deathsAmong(calls)) {
    deaths++;
    const { wrongs } = await die(course, death);
    if (wrongs.length > 0) broken++;
    for (const wrong of wrongs) {
      console.log(
        `${course}, dies ${death.when} call ${death.call}${
          death.again ? " and is run again" : ""
        }: ${wrong}`,
      );
    }
  }
  console.log(`${String(deaths).padStart(6)} × ${course}`);
}
