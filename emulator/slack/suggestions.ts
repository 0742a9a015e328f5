import { checkSuggestions } from "./block_kit/check_suggestions.ts";
import type { Part } from "./block_kit/faults.ts";
import { type Executions, HandlerFault } from "./executions.ts";

/** Asks a function for the options of one of its external selects; a `HandlerFault` when Slack would show none of them. */
export async function askSuggestions(
  executions: Executions,
  execution_id: string,
  body: Part,
): Promise<unknown> {
  const answer = await executions.handle(execution_id, body);
  const wrong = checkSuggestions(answer);
  if (wrong.length === 0) return answer;
  throw new HandlerFault(`Slack refused the app's options: ${wrong.join(" ")}`);
}
