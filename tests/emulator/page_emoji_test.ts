import assert from "node:assert/strict";
import { findEmoji } from "../../emulator/page/emoji.ts";

Deno.test("of all emoji the usual come first, and each comes once", () => {
  const found = findEmoji("");
  assert.deepEqual(found.slice(0, 3).map(({ name }) => name), [
    "+1",
    "white_check_mark",
    "eyes",
  ]);
  const characters = found.map(({ character }) => character);
  assert.equal(new Set(characters).size, characters.length);
});

Deno.test("a name that begins with what is typed comes before one that only contains it", () => {
  const names = findEmoji("heart").map(({ name }) => name);
  assert.deepEqual(names.slice(0, 2), ["heart", "heart_eyes"]);
  assert.ok(names.indexOf("blue_heart") > names.indexOf("heartpulse"));
  assert.deepEqual(findEmoji("no such thing"), []);
});
