import assert from "node:assert/strict";
import { wireText } from "../../emulator/page/wire_text.ts";

const names = {
  people: [{ id: "U1", name: "will" }],
  channels: [{ id: "C1", name: "texts" }],
};

Deno.test("names become ids, and unknown names stay", () => {
  assert.equal(
    wireText("@will see #texts, @nobody, a@will.com, https://x.y/@will", names),
    "<@U1> see <#C1>, @nobody, a@will.com, https://x.y/@will",
  );
});

Deno.test("what Slack escapes is escaped", () => {
  assert.equal(wireText("1 < 2 & 3 > 2", names), "1 &lt; 2 &amp; 3 &gt; 2");
});

Deno.test("emoji go by name, with their skin tone; unknown ones stay", () => {
  assert.equal(
    wireText("😃 👋🏽 ❤️ 🇬🇧 🪿 7", names),
    ":smiley: :wave::skin-tone-4: :heart: :flag-gb: 🪿 7",
  );
});
