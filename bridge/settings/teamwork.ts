import { type Errors, errorsByField } from "../form_errors.ts";
import { checkAdmin, isAdmin } from "../lines/admins.ts";
import type { Ends, Rules } from "../ports.ts";
import { remindBy } from "../team/arrange_reminder.ts";
import { unlessOut } from "../unless_out.ts";

/** How the team works together, as admins decide. */
export type Teamwork = Pick<
  Rules,
  "assignsFirst" | "nudgeAfter" | "hours" | "closesAfter"
>;

/** The same, and whether the person who looks may change it. */
export interface ShownTeamwork extends Teamwork {
  mayChange: boolean;
}

const SLOW = "Slack does not answer just now. Please try again.";

/** How the team works together, for one person to look at. */
export async function readTeamwork(
  ends: Ends,
  person: string,
): Promise<ShownTeamwork> {
  const [rules, mayChange] = await Promise.all([
    ends.conversations.rules(),
    isAdmin(ends, person),
  ]);
  const { assignsFirst, nudgeAfter, hours, closesAfter } = rules;
  return { assignsFirst, nudgeAfter, hours, closesAfter, mayChange };
}

/** Changes it, or says by field what is wrong; then nothing is changed. */
export async function changeTeamwork(
  ends: Ends,
  typed: Teamwork,
  person: string,
): Promise<Errors | ShownTeamwork> {
  return await errorsByField("nudge_after", SLOW, async () => {
    await checkAdmin(ends, person);
    const { opens, closes } = typed.hours;
    if (closes <= opens) {
      return { errors: { closes: "The day must end after it begins." } };
    }
    await ends.conversations.saveRules(typed);
    // Who waits already may be due by now.
    const now = ends.clock.now();
    if (typed.nudgeAfter !== null) {
      await unlessOut(() => remindBy(ends, { remindsAt: 0 }, now));
    }
    return { ...typed, mayChange: true };
  });
}
