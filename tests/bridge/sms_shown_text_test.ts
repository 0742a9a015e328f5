import assert from "node:assert/strict";
import fc from "fast-check";
import { plainText } from "../../bridge/sms/plain_text.ts";
import {
  plainBlocksText,
  shownPieces,
  shownText,
} from "../../bridge/sms/shown_text.ts";

const GAP = "\u200b";

Deno.test("what Slack would read as its own is escaped", () => {
  assert.equal(
    shownText(
      "<!channel> <@U012AB3CD> 1 < 2 & 3 &amp; <https://example.com|x>",
    ),
    "&lt;!channel&gt; &lt;@U012AB3CD&gt; 1 &lt; 2 &amp; 3 &amp;amp; &lt;https://example.com|x&gt;",
  );
});

Deno.test("no mark, mention, emoji or quote comes about", () => {
  const pairs: [string, string][] = [
    ["*bold* _it_ ~no~ `x`", "*|bold* _|it_ ~|no~ `|x`"],
    ["```\nx\n```", "`|`|`\nx\n`|`|`"],
    ["> said\n>>> all", "|> said\n|>>> all"],
    ["@here @channel, @Everyone", "@|here @|channel, @|Everyone"],
    [":smile: :+1::skin-tone-2:", ":|smile: :|+1::|skin-tone-2:"],
    ["2*3*4 snake_case 10:30", "2*3*4 snake_case 10:30"],
  ];
  for (const [body, shown] of pairs) {
    assert.equal(
      shownText(body).replaceAll(GAP, "|").replaceAll("&gt;", ">"),
      shown,
    );
  }
});

Deno.test("an address stays as it is, so that it can be followed", () => {
  assert.equal(
    shownText("see https://example.com/_a_/:b:?c=1&d=*2*x."),
    "see https://example.com/_a_/:b:?c=1&amp;d=*2*x.",
  );
});

Deno.test("a shown text says what the phone's did, mark for mark", () => {
  const piece = fc.constantFrom(
    ..."*_~`:>@<&\n a1",
    "https://example.com/a_b",
    "@here",
    ":tada:",
    "```",
    "&amp;",
    "<!channel>",
  );
  const body = fc.oneof(
    fc.array(piece).map((it) => it.join("")),
    fc.string({ unit: "grapheme" }),
  );
  fc.assert(
    fc.property(body, (text) => {
      const back = plainText(shownText(text)).replaceAll(GAP, "");
      assert.equal(back, plainBlocksText(text).replaceAll(GAP, ""));
    }),
    { numRuns: 1000 },
  );
});

Deno.test("a shown text has no bare bracket", () => {
  const unit = fc.oneof(
    fc.constantFrom(..."<>&;"),
    fc.nat({ max: 0x10ffff }).map((it) => String.fromCodePoint(it)),
  );
  fc.assert(fc.property(fc.string({ unit }), (text) => {
    assert.doesNotMatch(shownText(text), /[<>]|&(?!(?:amp|lt|gt);)/);
  }));
});

Deno.test("control characters go, line breaks and tabs stay", () => {
  assert.equal(
    plainBlocksText("a\0b\x07c\x1b[31m\td\r\ne\rf\u2028g\x7f\x9b"),
    "abc[31m\td\ne\nf\ng",
  );
});

Deno.test("half an emoji is made harmless, a whole one is kept", () => {
  assert.equal(plainBlocksText("👋\ud83d👨‍👩‍👧"), "👋\ufffd👨‍👩‍👧");
});

Deno.test("nothing turns what follows round", () => {
  assert.equal(plainBlocksText("\u202egnp.exe"), "gnp.exe");
  assert.equal(plainBlocksText("\u2067abc\nd"), "\u2067abc\u2069\nd");
  assert.equal(
    plainBlocksText("\u202aabc\u202c \u2066x\u2069"),
    "\u202aabc\u202c \u2066x\u2069",
  );
  assert.equal(plainBlocksText("\u200fשלום"), "\u200fשלום");
});

Deno.test("ordinary text is left alone", () => {
  const text = fc.string({ unit: "grapheme" }).map((it) =>
    it.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "")
  );
  fc.assert(
    fc.property(text, (body) => assert.equal(plainBlocksText(body), body)),
  );
});

Deno.test("addresses are told from words, and nothing is lost between them", () => {
  assert.deepEqual(
    shownPieces("See https://example.com/a (or http://example.com)."),
    [
      { text: "See " },
      { text: "https://example.com/a", url: "https://example.com/a" },
      { text: " (or " },
      { text: "http://example.com", url: "http://example.com" },
      { text: ")." },
    ],
  );
  assert.deepEqual(shownPieces(""), []);
  const piece = fc.constantFrom(
    "https://example.com/",
    "http://",
    "a",
    ".",
    " ",
    "<",
    ")",
    "*",
  );
  fc.assert(fc.property(fc.array(piece).map((it) => it.join("")), (body) => {
    assert.equal(shownPieces(body).map((it) => it.text).join(""), body);
  }));
});
