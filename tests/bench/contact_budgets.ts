import { callsOf, type ContactFigure } from "./contact_figures.ts";

/** Calls more than among few contacts that a thing may cost: the index of the commonest names is split among many. */
const MORE: Record<string, number> = { "save a contact": 2, type: 2 };

/** Seconds within which a field must offer what it finds. Slack waits for 10: https://docs.slack.dev/tools/deno-slack-sdk/guides/creating-custom-functions */
const LONGEST = 3;

/** What costs more among many contacts than among few, or takes too long, a sentence each. */
export function brokenContactBudgets(
  few: ContactFigure[],
  many: ContactFigure[],
): string[] {
  return many.flatMap((figure, at) => {
    const { act, seconds, calls } = figure;
    const before = few[at];
    const more = callsOf(figure) - (before ? callsOf(before) : 0);
    const [, allowed = 0] = Object.entries(MORE)
      .find(([begin]) => act.startsWith(begin)) ?? [];
    const scans = (calls["apps.datastore.query"] ?? 0) -
      (before?.calls["apps.datastore.query"] ?? 0);
    return [
      more > allowed && `${act}: ${more} calls more`,
      scans > 0 && `${act}: ${scans} scans more`,
      act.startsWith("type") && calls["apps.datastore.query"] &&
      `${act}: scans`,
      act.startsWith("type") && seconds > LONGEST && `${act}: ${seconds} s`,
    ].filter((each) => typeof each === "string");
  });
}
