/** A question that a workflow has asked, and waits to be answered. */
export interface Asked {
  execution: string;
  at: number;
  until: number;
  hasLeft: boolean;
}

/** How a question is written in its row. */
export function writtenAsked(
  { execution, at, until, hasLeft }: Asked,
): string {
  return [execution, at, until, hasLeft ? "left" : "leaving"].join(" ");
}

/** The question in its row. @param over the step whose question needs no answer any more. */
export function askedIn(
  written: string | undefined,
  over: string | undefined,
): Asked | null {
  const [execution, at, until, stage] = (written ?? "").split(" ");
  if (!execution || execution === over) return null;
  return {
    execution,
    at: Number(at),
    until: Number(until),
    hasLeft: stage === "left",
  };
}
