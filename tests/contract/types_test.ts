import assert from "node:assert/strict";
import { EMULATED } from "../../emulator/slack/coverage.ts";
import { METHODS } from "../../emulator/slack/registry.ts";
import { everyMethod } from "../support/every_method.ts";
import { witnessOrdinaryDay } from "../support/ordinary_day.ts";
import { faultsOf, TypeWitness } from "../support/type_witness.ts";

/** Methods that no package of Slack's has types for. */
const UNTYPED = new Set(["workflows.triggers.permissions.set"]);

/** Methods whose arguments depend on the app's own workflows: `triggers/*.ts` are checked against those. */
const GENERIC = new Set([
  "workflows.triggers.create",
  "workflows.triggers.update",
]);

/** @returns the methods that were seen to answer. */
async function witnessEveryMethod(witness: TypeWitness): Promise<Set<string>> {
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
  return answered;
}

function witnessUnknownKeys(witness: TypeWitness): void {
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
}

async function judge() {
  const methods = new TypeWitness();
  const day = new TypeWitness();
  const unknown = new TypeWitness();
  const answered = await witnessEveryMethod(methods);
  const asked = await witnessOrdinaryDay(day);
  witnessUnknownKeys(unknown);
  const [ofMethods, ofDay, ofUnknown] = await faultsOf(methods, day, unknown);
  return { answered, asked, ofMethods, ofDay, ofUnknown };
}

let judgement: ReturnType<typeof judge> | undefined;

/** What the compiler says to all of it: it is asked once. */
function judged(): ReturnType<typeof judge> {
  return judgement ??= judge();
}

Deno.test("what every method takes and answers, Slack's own types know", async () => {
  const { answered, ofMethods } = await judged();
  const silent = [...METHODS.keys()].filter((name) => !answered.has(name));
  assert.deepEqual(silent, [], "methods that were never seen to answer");
  assert.deepEqual(ofMethods, []);
});

Deno.test("what the app asks of Slack and the carrier, their own types know", async () => {
  const { asked, ofDay } = await judged();
  assert.ok(asked.includes("files.completeUploadExternal"));
  assert.ok(asked.length > 8, asked.join(" "));
  assert.deepEqual(asked.filter((name) => !EMULATED.includes(name)), []);
  assert.deepEqual(ofDay, []);
});

Deno.test("a key that Slack does not know is caught, however deep", async () => {
  const { ofUnknown: faults = [] } = await judged();
  assert.equal(faults.length, 4, faults.join("\n"));
  for (const word of ["chanel", "colour", "nmae", "itme"]) {
    assert.ok(faults.some((fault) => fault.includes(word)), word);
  }
});
