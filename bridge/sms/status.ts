/** How far an outgoing text has come. `delivered` and `failed` are final. */
export type Stage = "accepted" | "sent" | "delivered" | "failed";

/** 🔒, which says that a message stays inside and is never texted. */
export const INTERNAL_MARK = "lock";

/** ✅, which says that a question has been answered. */
export const CHOSEN_MARK = "white_check_mark";

/** ⏳, which may stand on a message while its text is on the way. */
export const WAITING_MARK = "hourglass_flowing_sand";

const RANK = { accepted: 0, sent: 1, delivered: 2, failed: 2 } as const;

// The carrier's words: https://www.twilio.com/docs/messaging/api/message-resource#message-status-values
const STAGES: ReadonlyMap<string, Stage> = new Map<string, Stage>([
  ["accepted", "accepted"],
  ["scheduled", "accepted"],
  ["queued", "accepted"],
  ["sending", "accepted"],
  ["sent", "sent"],
  // Some parts arrived, some may yet: it left, and nothing final is known.
  ["partially_delivered", "sent"],
  ["delivered", "delivered"],
  // Whoever read it has it.
  ["read", "delivered"],
  ["undelivered", "failed"],
  ["failed", "failed"],
  // Taken back before it left: nobody will get it.
  ["canceled", "failed"],
]);

/** The stage a carrier's status word stands for, or nothing for an unknown word or one of inbound texts. */
export function stageOf(status: string): Stage | undefined {
  return STAGES.get(status.toLowerCase());
}

/** Whether nothing more can happen to the text. */
export function isFinal(stage: Stage): boolean {
  return stage === "delivered" || stage === "failed";
}

/**
 * The stage after the carrier's word `seen`: never further back than `current`, in whatever order and how often words come.
 * The first final stage stands, and a word we do not know changes nothing.
 */
export function advance(current: Stage, seen: string): Stage {
  const next = stageOf(seen);
  return next && RANK[next] > RANK[current] ? next : current;
}

/** The reactions that tell people how far a text has come. */
export const MARKS: readonly string[] = [
  "heavy_check_mark",
  "vibration_mode",
  "x",
  "lock",
];

/** The reaction's name for a stage: ✔️ once the carrier has the text, 📳 once the phone has it, ❌ if it never will. */
export function markFor(stage: Stage): string {
  switch (stage) {
    case "accepted":
    case "sent":
      return "heavy_check_mark";
    case "delivered":
      return "vibration_mode";
    case "failed":
      return "x";
  }
}
