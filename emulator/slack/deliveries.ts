import type { Clock } from "../clock.ts";

/** What Slack carries to the app on its own account. */
export type DeliveryKind =
  | "event"
  | "webhook"
  | "scheduled"
  | "shortcut"
  | "function";

/**
 * How often and when something arrives: one number of milliseconds for each time. `[]` loses it, two numbers deliver
 * it twice, as an at-least-once platform may.
 */
export type Deliveries = (kind: DeliveryKind, label: string) => number[];

/** Everything arrives once, a moment later. */
export const steadyDeliveries: Deliveries = () => [30];

/** Carries something out as often as, and when, the plan says. */
export function deliver(
  clock: Clock,
  plan: Deliveries,
  kind: DeliveryKind,
  label: string,
  task: () => void,
): void {
  for (const ms of plan(kind, label)) clock.after(ms, task);
}
