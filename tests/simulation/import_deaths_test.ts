import { dieNowAndThen } from "./die_now_and_then.ts";
import { dieImporting } from "./import_deaths.ts";

Deno.test("an import is finished, whole and once, wherever it dies", async () => {
  await dieNowAndThen(dieImporting, 13);
});
