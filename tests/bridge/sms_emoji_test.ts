import assert from "node:assert/strict";
import { emojiOf } from "../../bridge/sms/emoji_names.ts";
import { plainText } from "../../bridge/sms/plain_text.ts";

function check(pairs: [written: string, shown: string][]) {
  for (const [written, shown] of pairs) {
    assert.equal(plainText(written), shown, written);
  }
}

Deno.test("emoji become Unicode", () => {
  check([
    [
      ":smile::smiley: :+1: :thumbsup: :wave: :heart: :tada: :pray:",
      "😄😃 👍 👍 👋 ❤️ 🎉 🙏",
    ],
    [
      ":heavy_check_mark: :vibration_mode: :x: :hourglass_flowing_sand:",
      "✔️ 📳 ❌ ⏳",
    ],
    [":flag-us: :us: :flag-ca: :gb: :flag-england:", "🇺🇸 🇺🇸 🇨🇦 🇬🇧 🏴󠁧󠁢󠁥󠁮󠁧󠁿"],
    [":-1: :100: :keycap_star: :hash: :one:", "👎 💯 *️⃣ #️⃣ 1️⃣"],
    [":male-technologist: :family:", "👨‍💻 👪"],
    ["well:tada:done", "well🎉done"],
  ]);
});

Deno.test("emoji keep their tone", () => {
  check([
    [":wave::skin-tone-2: :wave::skin-tone-6:", "👋🏻 👋🏿"],
    [":male-technologist::skin-tone-4:", "👨🏽‍💻"],
    [":point_up::skin-tone-3:", "☝🏼"],
    [":man-heart-man::skin-tone-2-6:", "👨🏻‍❤️‍👨🏿"],
    [":tada::skin-tone-3:", "🎉"],
  ]);
});

Deno.test("what is no emoji of Slack's own stays as it was written", () => {
  check([
    [":party_parrot: :our-logo:", ":party_parrot: :our-logo:"],
    ["at 10:100:15, or 12:30:45", "at 10:100:15, or 12:30:45"],
    ["re:foo:tada:", "re:foo🎉"],
    ["a :) b :( c", "a :) b :( c"],
    [":toString: :constructor:", ":toString: :constructor:"],
  ]);
});

Deno.test("an emoji name is none of an object's own", () => {
  assert.equal(emojiOf("__proto__"), undefined);
  assert.equal(emojiOf(""), undefined);
});
