/** Prints, as a list for the README, what the emulated Slack knowingly lacks: `deno run emulator/not_emulated.ts`. */
import { EMULATED, NOT_EMULATED } from "./slack/coverage.ts";

console.log(`${EMULATED.length} Web API methods are emulated. Not emulated:\n`);
for (const [what, why] of Object.entries(NOT_EMULATED)) {
  console.log(`- ${/[.*]/.test(what) ? `\`${what}\`` : what}: ${why}.`);
}
