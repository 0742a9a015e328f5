import type { CarrierText, Ends, Known, Place } from "../ports.ts";
import { Outage } from "../refusal.ts";
import { fitWorkflow } from "../sms/workflow_text.ts";

/** How long until a workflow that did not start is tried once more (milliseconds). */
const PAUSE = 2_000;

/** Where Slack's workflows are started from outside (https://slack.com/help/articles/360041352714). */
const TRIGGERS = "https://hooks.slack.com/triggers/";

/** Whether somebody may have copied this from a workflow that a webhook starts. */
export function isWorkflowUrl(written: string): boolean {
  return written.startsWith(TRIGGERS) &&
    /^[\w-]+(\/[\w-]+)+$/.test(written.slice(TRIGGERS.length));
}

/**
 * Starts the team's own workflow once for each text that has just been shown. Nobody is told when that fails, and nothing
 * else waits for it; where no workflow is to start, it costs no call.
 * @param shown texts that stand in the conversation's place.
 */
export async function startWorkflows(
  ends: Ends,
  { rules: { workflowUrl }, before, standing: { name } }: Known,
  place: Place,
  shown: CarrierText[],
): Promise<void> {
  // A text that has only moved to a new card started it when it came.
  const news = shown.filter(({ sid }) => !before.includes(sid));
  if (!workflowUrl || news.length === 0) return;
  try {
    const link = await ends.desk.permalink(place);
    for (const { sid, from, to, body } of news) {
      await start(ends, workflowUrl, sid, {
        from,
        to,
        name,
        message_sid: sid,
        link,
        body: fitWorkflow(body),
      });
    }
  } catch (error) {
    if (!(error instanceof Outage)) throw error;
    console.error(`no workflow was started: ${error.message}`);
  }
}

async function start(
  { errands, clock }: Ends,
  url: string,
  sid: string,
  inputs: Record<string, string>,
): Promise<void> {
  const refused = await errands.ring(url, inputs);
  if (refused === null) return;
  console.error(sid, `the workflow did not start: ${refused}`);
  await clock.sleep(PAUSE);
  const again = await errands.ring(url, inputs);
  if (again !== null) console.error(sid, `nor at the second try: ${again}`);
}
