import { changeWork } from "../places/change_work.ts";
import type { Agenda, Ends } from "../ports.ts";

const DAY = 24 * 60 * 60 * 1000;

/** Of the conversations that were solved, those whose days are over: they are to be closed, or were opened again. */
export async function dueToClose(
  { clock, conversations }: Ends,
  solved: Agenda["solved"],
): Promise<Agenda["solved"]> {
  if (solved.length === 0) return [];
  const { closesAfter } = await conversations.rules();
  // Where nothing is closed by itself nothing is kept in mind either.
  return solved.filter(({ at }) => clock.now() - at >= closesAfter * DAY);
}

/** Closes a conversation that has been solved for as long as the team wishes; it is forgotten last. */
export async function closeSolved(
  ends: Ends,
  { line, contact }: Agenda["solved"][number],
): Promise<void> {
  const known = await ends.conversations.find(line, contact);
  const { work, rules } = known;
  if (work.state === "solved" && rules.closesAfter > 0) {
    await changeWork(ends, line, contact, { state: "closed" }, known);
  }
  await ends.lines.putOff(line, contact, work.backAt);
}
