import assert from "node:assert/strict";
import fc from "fast-check";
import { addressedTo, internalNote } from "../../bridge/sms/notes.ts";

const NOTES = [
  "note: call him",
  "Note: call him",
  "NOTE:call him",
  "note : call him",
  "note：call him",
  "notes: call him",
  "  \n note: call him",
  "\u200bnote: call him",
  "// call him",
  "//call him",
  " // call him",
  "／／ call him",
  "*note:* call him",
  "*note*: call him",
  "_Note:_ call him",
  "`note:` call him",
  "~//~ call him",
  "&gt; note: call him",
  "• note: call him",
  "- // call him",
  ":lock: note: call him",
  ":memo::skin-tone-2: note: call him",
  "🔒 note: call him",
  "🔒// call him",
  ":note: call him",
  "<@U0BOB> note: call him",
  "<@U0CLERK|clerk> // call him",
  "(note: call him",
  "<https://example.com|note: call him",
];

const TEXTS = [
  "",
  "call him",
  "https://example.com",
  "<https://example.com>",
  "<https://example.com|example.com>",
  "<https://example.com|https://example.com> // really",
  "<http://example.com|http://example.com>",
  "see https://example.com",
  "hello // there",
  "on 12/03 or 13//03",
  "/ hello",
  "note that we close at five",
  "noted: thanks",
  "notebook: 12 dollars",
  "a note: we close at five",
  "de note: x",
  ":notes: rehearsal at five",
  ":notes:: rehearsal at five",
  ":notes::notes: rehearsal at five",
  "/note call him",
  "1 // 2",
];

for (const text of NOTES) {
  Deno.test(`${JSON.stringify(text)} stays inside`, () => {
    assert.equal(internalNote(text), "call him");
  });
}

Deno.test("what does not begin as a note is texted", () => {
  for (const text of TEXTS) assert.equal(internalNote(text), null, text);
});

Deno.test("a note keeps its lines, and an empty one is still a note", () => {
  assert.equal(
    internalNote("note: one\n// two\n\nthree "),
    "one\n// two\n\nthree",
  );
  assert.equal(internalNote("note:"), "");
  assert.equal(internalNote(" //\n"), "");
});

Deno.test("nothing that follows the sign makes a note a text", () => {
  const before = fc.array(
    fc.constantFrom(" ", "\n", "*", "_", "&gt;", "🔒", ":lock:", "<@U0BOB>"),
    { maxLength: 5 },
  ).map((it) => it.join(""));
  fc.assert(fc.property(
    before,
    fc.constantFrom("note:", "Note:", "NOTE :", "//"),
    fc.string({ unit: "grapheme" }),
    (space, sign, rest) => {
      assert.notEqual(internalNote(space + sign + rest), null);
    },
  ));
});

Deno.test("nothing that follows another word makes a text a note", () => {
  fc.assert(fc.property(
    fc.constantFrom("Hi ", "https:", "<https:", "é", "٣", "please note: "),
    fc.string({ unit: "grapheme" }),
    (word, rest) => assert.equal(internalNote(`${word}//${rest}`), null),
  ));
});

Deno.test("a strange beginning of any length is read to its end", () => {
  for (
    const it of [":a", ":", "<", "<@", "&gt;", "*", ":a:", ":_", "<a|", "🔒"]
  ) {
    internalNote(it.repeat(4000));
  }
});

Deno.test("a reply to the bot is texted without its mention", () => {
  const read = (text: string) => addressedTo(text, "U0CLERK");
  assert.equal(read("<@U0CLERK> Hello <@U0BOB>\nbye "), "Hello <@U0BOB>\nbye");
  assert.equal(read(" \n<@U0CLERK|clerk>: Hello"), "Hello");
  assert.equal(read("<@U0CLERK>, Hello"), "Hello");
  assert.equal(read("<@U0CLERK>Hello"), "Hello");
  assert.equal(read("<@U0CLERK> :) hi"), ":) hi");
  assert.equal(read("<@U0CLERK>"), "");
  for (
    const text of [
      "",
      "Hello",
      "Hello <@U0CLERK>",
      "<@U0BOB> <@U0CLERK> Hello",
      "<@U0CLERK2> Hello",
      "@Clerk Hello",
      "&lt;@U0CLERK&gt; Hello",
      "&gt; <@U0CLERK> Hello",
    ]
  ) assert.equal(read(text), null, text);
});

Deno.test("a reply to the bot may be a note", () => {
  assert.equal(internalNote("<@U0CLERK> note: hi"), "hi");
  assert.equal(
    internalNote(addressedTo("<@U0CLERK> note: hi", "U0CLERK") ?? ""),
    "hi",
  );
});
