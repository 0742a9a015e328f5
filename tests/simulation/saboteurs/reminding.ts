import type { Saboteur } from "./saboteur.ts";

/** Mistakes in what reminds the team of who waits. */
export const REMINDING: Saboteur[] = [
  {
    name: "a reminder forgets that it was given",
    file: "bridge/catch_up/nudge.ts",
    find: `  if (had >= due) return;
  if (await isAnswered(desk, waiter)) return;
  const who = name || formatForPeople(contact);
  const once = {
    name: \`waits since \${since}: \${due}\`,`,
    replace: `  const who = name || formatForPeople(contact);
  const once = {
    name: \`waits since \${since}: \${had} \${clock.now()}\`,`,
  },
  {
    name: "who reminds takes the reminder back",
    file: "bridge/slack/cards.ts",
    find: "if (first && first.ts !== mine.ts) await this.remove(mine);",
    replace: "if (first) await this.remove(mine);",
  },
  {
    name: "nights and weekends count as waited",
    file: "bridge/catch_up/nudge.ts",
    find: "Math.floor(openTime(since, now, hours, timeZone) / span)",
    replace: "Math.floor((now - since) / span)",
  },
  {
    name: "nobody is reminded but by catch-up",
    file: "bridge/team/arrange_reminder.ts",
    find: "if (nudgeAfter === null || ends.workingOff) return;",
    replace: "if (nudgeAfter !== undefined) return;",
  },
];
