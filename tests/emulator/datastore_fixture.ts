import assert from "node:assert/strict";
import type { Clock } from "../../emulator/clock.ts";
import { Datastores } from "../../emulator/slack/datastores/datastores.ts";
import { SlackRefusal } from "../../emulator/slack/refusal.ts";
import { Store } from "../../emulator/store.ts";

/** The datastores of a small manifest, with an attribute of every kind. */
export const definitions = {
  texts: {
    primary_key: "sid",
    time_to_live_attribute: "expires",
    attributes: {
      sid: { type: "string" },
      body: { type: "string" },
      name: { type: "string" },
      count: { type: "integer" },
      score: { type: "number" },
      seen: { type: "boolean" },
      tags: { type: "array" },
      address: { type: "object" },
      channel: { type: "slack#/types/channel_id" },
      expires: { type: "slack#/types/timestamp" },
    },
  },
};

function makeClock(): Clock & { time: number } {
  return {
    time: 1_710_000_000_000,
    now() {
      return this.time;
    },
    after: () => () => {},
  };
}

/** Empty datastores on a clock that stands until it is moved. */
export function openDatastores(staleness?: () => number) {
  const clock = makeClock();
  const store = new Store();
  const datastores = new Datastores(
    staleness ? { store, clock, staleness } : { store, clock },
  );
  datastores.install(definitions);
  return { clock, store, datastores };
}

/** Runs `task` and gives back the one entry of its `datastore_error`. */
export function errorOf(task: () => unknown): Record<string, unknown> {
  try {
    task();
  } catch (error) {
    assert.ok(error instanceof SlackRefusal);
    assert.equal(error.code, "datastore_error");
    assert.ok(Array.isArray(error.extra.errors));
    return error.extra.errors[0];
  }
  assert.fail("nothing was refused");
}
