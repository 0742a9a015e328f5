import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import type { Build } from "../support/stage.ts";
import { bundleStage } from "./bundle_stage.ts";

/**
 * The stage that the command line asks for with `-- --bundles DIRECTORY --deno PATH`; undefined when it asks for none,
 * and the usual one will do.
 */
export function askedStage(): Build | undefined {
  const { values } = parseArgs({
    args: Deno.args,
    options: { bundles: { type: "string" }, deno: { type: "string" } },
  });
  const { bundles, deno } = values;
  if (!bundles || !deno) return undefined;
  return bundleStage(pathToFileURL(`${bundles}/`), deno);
}
