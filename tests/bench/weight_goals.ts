import type { ColdImport } from "./cold_import.ts";

/** The goal for every bundle: bytes, and how many times as long as Slack's SDK alone its cold import may take. */
const EVERY = { bytes: 500_000, ratio: 1.5 };

/** The goals for what runs for each text. */
const OFTEN: Record<string, Partial<typeof EVERY>> = {
  handle_inbound: { bytes: 300_000, ratio: 1.25 },
  update_status: { bytes: 300_000, ratio: 1.25 },
  handle_message: { ratio: 1.25 },
  deliver_text: { ratio: 1.25 },
};

/** Which goals a bundle misses, a sentence each. */
export function missedGoals(
  { callbackId, bytes, coldImports }: {
    callbackId: string;
    bytes: number;
    coldImports: ColdImport[];
  },
): string[] {
  const goal = { ...EVERY, ...OFTEN[callbackId] };
  const heavy = bytes > goal.bytes
    ? [`${callbackId}: ${bytes} bytes, the goal is ${goal.bytes}`]
    : [];
  const slow = coldImports.filter(({ ratio }) => ratio > goal.ratio).map(
    ({ deno, ratio }) =>
      `${callbackId}: ${
        ratio.toFixed(2)
      } × the SDK alone under ${deno}, the goal is ${goal.ratio}`,
  );
  return [...heavy, ...slow];
}
