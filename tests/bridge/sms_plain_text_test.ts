import assert from "node:assert/strict";
import fc from "fast-check";
import {
  mentionedChannels,
  mentionedUsers,
  plainText,
} from "../../bridge/sms/plain_text.ts";

const NAMES = new Map([
  ["U012AB3CD", "Anna Berg"],
  ["W012AB3CD", "@Bo"],
  ["C012AB3CD", "sales"],
  ["S012AB3CD", "drivers"],
]);

function check(pairs: [written: string, shown: string][]) {
  for (const [written, shown] of pairs) {
    assert.equal(plainText(written, NAMES), shown, written);
  }
}

Deno.test("people, channels and groups go by their names", () => {
  check([
    ["Ask <@U012AB3CD>!", "Ask @Anna Berg!"],
    ["Ask <@U012AB3CD|anna>!", "Ask @Anna Berg!"],
    ["Ask <@W012AB3CD>!", "Ask @Bo!"],
    ["Ask <@U999|cy>", "Ask @cy"],
    ["Ask <@U999>", "Ask @someone"],
    ["see <#C999|general>", "see #general"],
    ["see <#C012AB3CD>, <#C012AB3CD|>", "see #sales, #sales"],
    ["see <#C999>", "see #channel"],
    [
      "<!here> <!channel|channel> <!everyone|@everyone>",
      "@here @channel @everyone",
    ],
    [
      "<!subteam^S999|@nurses> <!subteam^S012AB3CD> <!subteam^S999>",
      "@nurses @drivers @group",
    ],
  ]);
});

Deno.test("a name is shown as it is, even if it looks like mark-up", () => {
  assert.equal(
    plainText("<@U1> _x_", new Map([["U1", "*_<@U2>_* :tada: &lt;"]])),
    "@*_<@U2>_* :tada: &lt; x",
  );
});

Deno.test("those who are mentioned are known, once each", () => {
  const text = "<@U1> <@W2|bo> <@U1> <#C3> `<@U4>` &lt;@U5&gt; <mailto:a@U6>";
  assert.deepEqual(mentionedUsers(text), ["U1", "W2", "U4"]);
  assert.deepEqual(mentionedChannels(text), ["C3"]);
});

Deno.test("a date is its fallback, or the time it stands for", () => {
  check([
    ["<!date^1392734382^{date_num} {time_secs}|18 Feb, 6:39>", "18 Feb, 6:39"],
    ["<!date^1392734382^{date_num}^https://example.com/|18 Feb>", "18 Feb"],
    ["<!date^1392734382^{date_num}>", "2014-02-18 14:39 UTC"],
    ["<!date^soon^{date_num}>", "a date"],
  ]);
});

Deno.test("a link is its address, with its label if that says more", () => {
  check([
    ["<https://example.com/a?b=1&amp;c=2>", "https://example.com/a?b=1&c=2"],
    [
      "<https://example.com/a?b=1&amp;c=2|https://example.com/a?b=1&amp;c=2>",
      "https://example.com/a?b=1&c=2",
    ],
    ["<http://example.com|example.com>", "http://example.com"],
    ["<http://example.com/|Example.com>", "http://example.com/"],
    [
      "<https://example.com/x|our &lt;list&gt;>",
      "our <list> (https://example.com/x)",
    ],
    ["<mailto:anna@example.com|anna@example.com>", "anna@example.com"],
    ["<mailto:anna@example.com>", "anna@example.com"],
    ["<tel:+14155550142|(415) 555-0142>", "(415) 555-0142"],
    ["<tel:+14155550142>", "+14155550142"],
    [
      "<slack://channel?id=C1|our room> <slack://open>",
      "our room a link in Slack",
    ],
  ]);
});

Deno.test("entities are decoded once", () => {
  check([
    ["Tom &amp; Jo: 1 &lt; 2 &gt; 0", "Tom & Jo: 1 < 2 > 0"],
    ["&amp;lt; &amp;amp; &nbsp; &", "&lt; &amp; &nbsp; &"],
    ["&lt;@U012AB3CD&gt;", "<@U012AB3CD>"],
    [
      "&lt;https://example.com?a=1&amp;b=2&amp;&gt; &lt;http://example.com/&lt;",
      "<https://example.com?a=1&b=2&> <http://example.com/<",
    ],
  ]);
});

Deno.test("marks are dropped where Slack would format", () => {
  check([
    ["*bold* _italic_ ~gone~ `code`", "bold italic gone code"],
    ["*two words*, (_three more words_)", "two words, (three more words)"],
    ["*_~all~_* _*both*_", "all both"],
    ["*<@U012AB3CD>* _:tada:_", "@Anna Berg 🎉"],
    [
      "*see <https://example.com/a_b_c|this>*",
      "see this (https://example.com/a_b_c)",
    ],
    ["```\nlet a_b = *c*;\n```", "let a_b = *c*;"],
    [
      "`a &lt; *b* :tada: <https://example.com>`",
      "a < *b* :tada: https://example.com",
    ],
    ["&gt; said\n&gt;said\n&gt;&gt;&gt; all this", "said\nsaid\nall this"],
    ["«*жирный*»", "«жирный»"],
  ]);
});

Deno.test("marks stay where Slack would not format", () => {
  const kept = [
    "2*3*4",
    "2 * 3 * 4",
    "snake_case_words",
    "a_b_ and _c_d",
    "__init__",
    "**kwargs**",
    "* one\n* two",
    "- one\n• two\n1. three",
    "*one\ntwo*",
    "* not*",
    "*not *",
    "~10 to ~20",
    "5 o`clock, 6 o`clock",
    "a * b",
    "_",
    "***",
    "1 > 0",
    "https://example.com/_a_/*b*/~c~",
    "(https://example.com/a_b_)",
    "a_b@example.com",
    "+1 (415) 555-0142",
    "wait… :",
  ];
  check(kept.map((it) => [it, it]));
});

Deno.test("text without marks, tokens or entities is unchanged", () => {
  const words = fc.string({ unit: "grapheme" })
    .map((it) => it.replace(/[<>&*_~`:\0]/g, ""));
  fc.assert(fc.property(words, (text) => {
    assert.equal(plainText(text), text);
  }));
});

Deno.test("nothing of Slack's own survives, wherever it stands", () => {
  const token = fc.constantFrom(
    "<@U012AB3CD>",
    "<@U999|cy>",
    "<#C999>",
    "<!here>",
    "<!subteam^S999>",
    "<!date^1^{date}|then>",
    "<https://example.com|here>",
    "<mailto:a@example.com>",
    "&amp;",
    ":tada:",
    "*",
    "_",
    "`",
    "```",
    "~",
    "\n",
    "&gt;",
    " ",
    "a",
    "0",
    "\0",
  );
  fc.assert(
    fc.property(fc.array(token), (tokens) => {
      const shown = plainText(tokens.join(""), NAMES);
      assert.doesNotMatch(
        shown,
        /<[@#!][^<>]*>|<[a-z]+:[^<>]*>|[UCS]012AB3CD|999|&amp;|\0/,
      );
    }),
    { numRuns: 1000 },
  );
});

Deno.test("marks and colons without end are read to their end", () => {
  for (
    const piece of [
      "*a ",
      "_a",
      "`",
      "```a",
      ":a",
      "<@",
      "<!date^",
      "~ ",
      "https://",
      "&gt;",
    ]
  ) {
    plainText(piece.repeat(2_000));
  }
});
