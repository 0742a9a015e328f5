import assert from "node:assert/strict";
import { parseInline, parseMrkdwn } from "../../emulator/page/mrkdwn.ts";

const text = (text: string) => ({ kind: "text", text });

Deno.test("marks format words, and stay where they are inside words", () => {
  assert.deepEqual(parseInline("*a b* 2*3*4 snake_case_word ~no"), [
    { kind: "bold", parts: [text("a b")] },
    text(" 2*3*4 snake_case_word ~no"),
  ]);
});

Deno.test("marks nest, and code shows what is in it as it is", () => {
  assert.deepEqual(parseInline("*_a_* `*b* &lt;`"), [
    { kind: "bold", parts: [{ kind: "italic", parts: [text("a")] }] },
    text(" "),
    { kind: "code", text: "*b* <" },
  ]);
});

Deno.test("what stands in angle brackets is a mention or a link", () => {
  assert.deepEqual(
    parseInline("<@U1> <#C1|texts> <!here> <https://a.b/?x=1&amp;y|Go>"),
    [
      { kind: "user", id: "U1", label: "" },
      text(" "),
      { kind: "channel", id: "C1", label: "texts" },
      text(" "),
      { kind: "broadcast", label: "@here" },
      text(" "),
      { kind: "link", url: "https://a.b/?x=1&y", label: "Go" },
    ],
  );
});

Deno.test("escapes are undone once", () => {
  assert.deepEqual(parseInline("&amp;lt; &lt;b&gt;"), [text("&lt; <b>")]);
});

Deno.test("lines that begin with an angle are a quote, three backticks a block", () => {
  const kinds = parseMrkdwn("hi\n&gt; one\n&gt; two\nend ```x\ny```")
    .map((paragraph) => paragraph.kind);
  assert.deepEqual(kinds, ["lines", "quote", "lines", "pre"]);
});
