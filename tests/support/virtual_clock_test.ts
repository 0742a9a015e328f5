import assert from "node:assert/strict";
import { sleep } from "../../emulator/clock.ts";
import { seededRandom } from "../../emulator/ids.ts";
import { VirtualClock } from "./virtual_clock.ts";

Deno.test("events run by time, and by asking order within a millisecond", async () => {
  const clock = new VirtualClock(0);
  const random = seededRandom(7);
  const ran: [number, number][] = [];
  for (let i = 0; i < 500; i++) {
    const at = Math.floor(random() * 50);
    clock.after(at, () => ran.push([at, i]));
  }
  await clock.advance(50);
  assert.deepEqual(
    ran,
    ran.toSorted(([a, i], [b, j]) => a - b || i - j),
  );
  assert.equal(ran.length, 500);
});

Deno.test("awaiting code runs between two events, and sees its own time", async () => {
  const clock = new VirtualClock(1_000);
  const seen: number[] = [];
  const walk = async () => {
    await sleep(clock, 10);
    seen.push(clock.now());
    await new Response("a body").text();
    await sleep(clock, 5);
    seen.push(clock.now());
  };
  clock.after(15, () => seen.push(-clock.now()));
  await clock.runUntil(walk());
  assert.deepEqual(seen, [1_010, -1_015, 1_015]);
});

Deno.test("a cancelled event neither runs nor moves time", async () => {
  const clock = new VirtualClock(0);
  clock.after(10, () => assert.fail("it was cancelled"))();
  clock.after(20, () => {});
  assert.equal(clock.pending, 1);
  await clock.runUntil(() => clock.pending === 0);
  assert.equal(clock.now(), 20);
});

Deno.test("waiting in vain fails after the virtual time allowed", async () => {
  const clock = new VirtualClock(0);
  const again = () => {
    clock.after(10, again);
  };
  again();
  await assert.rejects(clock.runUntil(() => false, 1_000), /1000 ms/);
  await assert.rejects(clock.runUntil(Promise.reject(new Error("no"))), /no/);
});

Deno.test("time stands still while work outside it is held", async () => {
  const clock = new VirtualClock(0);
  let done = false;
  clock.after(10, () => assert.ok(done));
  clock.hold(crypto.subtle.digest("SHA-256", new Uint8Array(9))).then(() => {
    done = true;
  });
  await clock.advance(20);
  assert.ok(done);
});

Deno.test("time stands still for what an event holds as well", async () => {
  const clock = new VirtualClock(0);
  const done: number[] = [];
  for (const at of [10, 20]) {
    clock.after(at, () => {
      clock.hold(crypto.subtle.digest("SHA-256", new Uint8Array(9))).then(() =>
        done.push(clock.now())
      );
    });
  }
  await clock.advance(30);
  assert.deepEqual(done, [10, 20]);
});

Deno.test("time goes no further than to the goal", async () => {
  const clock = new VirtualClock(0);
  const ran: number[] = [];
  for (const at of [10, 20, 30]) clock.after(at, () => ran.push(at));
  await clock.runUntil(() => ran.includes(20));
  assert.deepEqual([clock.now(), ran], [20, [10, 20]]);
});
