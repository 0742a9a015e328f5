/** Imports with a death at every call: what `deno task simulate:imports` is. */
import { dieEverywhere, endWith } from "./die_everywhere.ts";
import { dieImporting } from "./import_deaths.ts";

endWith(await dieEverywhere("import", dieImporting));
