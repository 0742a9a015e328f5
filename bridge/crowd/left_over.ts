import type { Ends } from "../ports.ts";
import type { E164 } from "../sms/e164.ts";

/** What one run leaves to the next. */
export interface LeftOver {
  line: E164;
  /** From when on (milliseconds) it came. */
  since: number;
  /** What need not be done again. */
  seen: string[];
  /** For a run that is there in case another one dies, the name of its errand: it does nothing while somebody is at work. */
  spare?: string | undefined;
}

/** Has a run begin at a moment (milliseconds) that does what is left over. @param name by which it can be called off. */
export async function arrangeRun(
  { errands }: Ends,
  name: string,
  at: number,
  { line, since, seen, spare }: LeftOver,
): Promise<void> {
  await errands.arrange("show_waiting", name, at, {
    line,
    since: String(since),
    seen: seen.join(" "),
    ...(spare && { spare }),
  });
}
