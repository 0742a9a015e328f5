import { NO_WORK, type Work } from "../bridge/sms/work.ts";
import type { Row } from "./conversation_row.ts";

/** Who began a conversation: a contact, a teammate (their id), or a workflow. */
export type Beginner = { contact: true } | { teammate: string } | {
  workflow: true;
};

/** The team's side of a conversation; nobody has done anything with one that has no row. */
export function workIn(row: Row | undefined): Work {
  return {
    state: row?.state ?? NO_WORK.state,
    assignees: row?.assignees ?? [],
    outside: row?.outside ?? [],
    channels: row?.told_channels ?? [],
    subject: row?.subject ?? "",
    priority: row?.priority ?? NO_WORK.priority,
    tags: row?.tags ?? [],
    backAt: row?.back_at || null,
    cameBackAt: row?.came_back_at || null,
    nudged: row?.nudged_since
      ? { since: row.nudged_since, times: row.nudged_times ?? 0 }
      : null,
    isHidden: row?.is_hidden ?? false,
  };
}

/** Changes of the team's side, as they are written into its row. */
export function workColumns(changes: Partial<Work>): Partial<Row> {
  const { backAt, cameBackAt, channels, isHidden, nudged, ...same } = changes;
  return {
    ...same,
    ...(channels && { told_channels: channels }),
    ...(nudged && { nudged_since: nudged.since, nudged_times: nudged.times }),
    ...(isHidden !== undefined && { is_hidden: isHidden }),
    ...(cameBackAt && { came_back_at: cameBackAt }),
    ...(backAt !== undefined && { back_at: backAt ?? 0 }),
  };
}

/** How a row says who began a conversation. */
export function begunBy(beginner: Beginner): string {
  if ("teammate" in beginner) return beginner.teammate;
  return "workflow" in beginner ? "workflow" : "contact";
}

/** Who began a conversation, by what its row says. */
export function beginnerIn(begun: string): Beginner {
  if (begun === "contact") return { contact: true };
  return begun === "workflow" ? { workflow: true } : { teammate: begun };
}

/** Who answered last, of those whose conversation it is not. */
export function lastReplyIn(
  row: Row | undefined,
): { by: string; at: number } | null {
  const { replied_by: by, replied_at: at = 0 } = row ?? {};
  return by ? { by, at } : null;
}
