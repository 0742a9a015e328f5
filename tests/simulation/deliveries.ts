import type {
  Deliveries,
  DeliveryKind,
} from "../../emulator/slack/deliveries.ts";
import type { Chance } from "./chance.ts";
import type { Faults } from "./faults.ts";
import type { Trace } from "./trace.ts";

const HOUR = 3_600_000;

/** When and how often Slack delivers what it starts by itself. */
export function drawnDeliveries(
  chance: Chance,
  faults: Faults,
  now: () => number,
  trace: Trace,
): Deliveries {
  const late = (longest: number) => {
    const ms = chance.magnitude(1_000, longest);
    faults.lastsUntil(now() + ms);
    return ms;
  };
  const plan = (kind: DeliveryKind): number[] => {
    const soon = chance.between(10, 200);
    switch (kind) {
      case "event":
        if (faults.strikes("event_lost")) return [];
        if (faults.strikes("event_late")) return [late(40_000)];
        if (faults.strikes("event_twice")) {
          return [soon, soon + chance.magnitude(1, 10_000)];
        }
        return [soon];
      case "webhook":
        if (faults.strikes("ring_lost")) return [];
        return [faults.strikes("ring_late") ? late(60_000) : soon];
      case "scheduled":
        return [faults.strikes("schedule_late") ? late(HOUR) : soon];
      case "function":
        return faults.strikes("run_twice")
          ? [soon, soon + chance.magnitude(1, 3_000)]
          : [soon];
      case "shortcut":
        return [soon];
    }
  };
  return (kind, label) => {
    const times = plan(kind);
    trace.note("slack", () => `delivers ${kind} ${label} in ${times} ms`);
    return times;
  };
}
