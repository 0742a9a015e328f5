import assert from "node:assert/strict";
import { METHODS } from "../../emulator/slack/registry.ts";
import { everyMethod } from "../support/every_method.ts";
import { TypeWitness } from "../support/type_witness.ts";

/** Methods that no package of Slack's has types for. */
const UNTYPED = new Set(["workflows.triggers.permissions.set"]);

/** Methods whose arguments depend on the app's own workflows: `triggers/*.ts` are checked against those. */
const GENERIC = new Set([
  "workflows.triggers.create",
  "workflows.triggers.update",
]);

Deno.test("what every method takes and answers, Slack's own types know", async () => {
  const witness = new TypeWitness();
  const answered = new Set<string>();
  for (const { method, args, answer } of await everyMethod()) {
    if (!answer.ok) continue;
    answered.add(method);
    if (UNTYPED.has(method)) continue;
    if (!GENERIC.has(method)) witness.called(method, args);
    witness.answered(method, answer);
  }
  for (const { name, takes } of METHODS.values()) {
    if (!UNTYPED.has(name)) witness.takes(name, takes);
  }
  const silent = [...METHODS.keys()].filter((name) => !answered.has(name));
  assert.deepEqual(silent, [], "methods that were never seen to answer");
  assert.deepEqual(await witness.faults(), []);
});

Deno.test("a key that Slack does not know is caught, however deep", async () => {
  const witness = new TypeWitness();
  witness.takes("chat.postMessage", ["chanel"]);
  witness.called("pins.add", { channel: "C1", timestamp: "1.0", colour: 1 });
  witness.answered("chat.postMessage", {
    ok: true,
    message: { text: "hi", bot_profile: { nmae: "Clerk" } },
  });
  witness.answered("apps.datastore.get", {
    ok: true,
    datastore: "a",
    itme: {},
  });
  const faults = await witness.faults();
  assert.equal(faults.length, 4, faults.join("\n"));
  for (const word of ["chanel", "colour", "nmae", "itme"]) {
    assert.ok(faults.some((fault) => fault.includes(word)), word);
  }
});
