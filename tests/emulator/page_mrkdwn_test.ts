import assert from "node:assert/strict";
import { mrkdwnOf } from "../../emulator/page/blocks/markdown.ts";
import { parseInline, parseMrkdwn } from "../../emulator/page/mrkdwn.ts";
import { shownDate } from "../../emulator/page/slack_date.ts";

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

Deno.test("a date keeps its format and its words for those who cannot read it", () => {
  assert.deepEqual(
    parseInline("<!date^1392734382^{date} at {time}|Feb 18> <!subteam^S1|@x>"),
    [
      {
        kind: "date",
        at: 1392734382000,
        format: "{date} at {time}",
        url: "",
        label: "Feb 18",
      },
      text(" "),
      { kind: "group", id: "S1", label: "@x" },
    ],
  );
});

Deno.test("a date is read in the reader's own words", () => {
  const at = new Date(2026, 10, 20, 17, 5, 9).getTime();
  const shown = (format: string, days = 40) =>
    shownDate(at, format, at + days * 86_400_000).replaceAll("\u202f", " ");
  assert.equal(shown("{date_num} {time_secs}"), "2026-11-20 5:05:09 PM");
  assert.equal(shown("{date}, {time}"), "November 20th, 2026, 5:05 PM");
  assert.equal(shown("{date_short_pretty}"), "Nov 20, 2026");
  assert.equal(shown("{date_long_pretty}", 1), "yesterday");
  assert.equal(
    shown("on {date_long} {nonsense}"),
    "on Friday, November 20th, 2026 {nonsense}",
  );
});

Deno.test("ordinary Markdown becomes Slack's own mark-up, code apart", () => {
  assert.equal(
    mrkdwnOf("# Title\n**b** *i* ~~s~~ [a](https://a.b) <x>\n- one `**c**`"),
    "*Title*\n*b* _i_ ~s~ <https://a.b|a> &lt;x&gt;\n• one `**c**`",
  );
});
