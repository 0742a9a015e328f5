import assert from "node:assert/strict";
import fc from "fast-check";
import { parseSendLine } from "../../bridge/sms/send_line.ts";

function read(text: string, home: "US" | "GB" | "DE" = "US") {
  const line = parseSendLine(text, home);
  switch (line.kind) {
    case "none":
      return "none";
    case "bad":
      return line.why;
    case "send":
      return [line.to, line.body];
  }
}

const NUMBERS = [
  "4155550142",
  "#4155550142",
  "# 415 555 0142",
  "415 555 0142",
  "415-555-0142",
  "(415) 555-0142",
  "(415)555-0142",
  "( 415 ) 555 - 0142",
  "1 415 555 0142",
  "+14155550142",
  "+1 (415) 555-0142",
  "+ 1 415 555 0142",
  "011 1 415 555 0142",
  "<tel:4155550142|4155550142>",
  "<tel:+14155550142|(415) 555-0142>",
  "#<tel:4155550142|415-555-0142>",
  "+1 <tel:4155550142|(415) 555-0142>",
  "\u202a+1 (415) 555-0142\u202c",
  "４１５ ５５５ ０１４２",
];

for (const number of NUMBERS) {
  Deno.test(`send ${JSON.stringify(number)} and a message is read`, () => {
    for (
      const text of [
        `send ${number} Hello 😃`,
        ` SEND  ${number}\nHello 😃 `,
        `Send ${number}: Hello 😃`,
      ]
    ) {
      assert.deepEqual(read(text), ["+14155550142", "Hello 😃"], text);
    }
  });
}

Deno.test("a message keeps its line breaks and whatever it begins with", () => {
  assert.deepEqual(read("send 4155550142 one\n\n  two\nthree"), [
    "+14155550142",
    "one\n\n  two\nthree",
  ]);
  assert.deepEqual(read("send 4155550142\none"), ["+14155550142", "one"]);
  assert.deepEqual(read("send 4155550142 2 tickets"), [
    "+14155550142",
    "2 tickets",
  ]);
  assert.deepEqual(read("send 415 555 0142 2 tickets"), [
    "+14155550142",
    "2 tickets",
  ]);
  assert.deepEqual(read("send +44 7700 900123 2 tickets"), [
    "+447700900123",
    "2 tickets",
  ]);
  assert.deepEqual(read("send 4155550142 - Hello"), [
    "+14155550142",
    "- Hello",
  ]);
  assert.deepEqual(read("send 4155550142 (really)"), [
    "+14155550142",
    "(really)",
  ]);
  assert.deepEqual(read("send 4155550142 <tel:4155550143|415-555-0143>"), [
    "+14155550142",
    "<tel:4155550143|415-555-0143>",
  ]);
  assert.deepEqual(read("send 4155550142 <@U012AB3CD> &amp; *you*"), [
    "+14155550142",
    "<@U012AB3CD> &amp; *you*",
  ]);
  assert.deepEqual(read("send 4155550142\n2025 was good"), [
    "+14155550142",
    "2025 was good",
  ]);
});

Deno.test("no number is cut short, in a country whose numbers have many lengths", () => {
  assert.deepEqual(read("send 030 2312 5042 Hallo", "DE"), [
    "+493023125042",
    "Hallo",
  ]);
  assert.deepEqual(read("send +49 30 2312 5042 Hallo"), [
    "+493023125042",
    "Hallo",
  ]);
  assert.deepEqual(read("send +493023125042 2 Karten"), [
    "+493023125042",
    "2 Karten",
  ]);
});

Deno.test("a national number is read in the line's country", () => {
  assert.deepEqual(read("send 07700 900123 Hello", "GB"), [
    "+447700900123",
    "Hello",
  ]);
});

Deno.test("ordinary talk is no send line", () => {
  for (
    const talk of [
      "",
      "send",
      "send ",
      "send me the file",
      "sending you 4155550142",
      "send4155550142 Hello",
      "please send 4155550142 Hello",
      "send <@U012AB3CD> Hello",
      "send “this”",
      "resend 4155550142 Hello",
      "send: 4155550142 Hello",
      "send /file",
      "send (the file)",
      "send [it] off",
    ]
  ) {
    assert.equal(read(talk), "none", talk);
  }
});

Deno.test("a send line that cannot be read says what is wrong, with an example", () => {
  const example = "ry `send 4159436084 Hello`.";
  const bad: [string, string][] = [
    ["send 4155550142", `There is no message after the number; t${example}`],
    [
      "send <tel:4155550142|415-555-0142>  ",
      `There is no message after the number; t${example}`,
    ],
    [
      "send 555-0142 Hello",
      `“555-0142” is too short for a phone number; write it with its area code, like 415-555-0142. T${example}`,
    ],
    [
      "send 12345 Hello",
      `“12345” looks like a short code, which an ordinary line cannot text; write a whole number, like 415-555-0142. T${example}`,
    ],
    [
      "send 41555501420 Hello",
      `“41555501420” is too long without a country code; begin it with + if it has one, or write one like 415-555-0142. T${example}`,
    ],
    [
      "send 4155550142Hello",
      `“4155550142Hello” is not a phone number; write one like 415-555-0142. T${example}`,
    ],
    [
      "send # Hello",
      `“#” is not a phone number; write one like 415-555-0142. T${example}`,
    ],
  ];
  for (const [text, why] of bad) assert.equal(read(text), why);
});

Deno.test("whatever the message, it is read whole", () => {
  const message = fc.string({ unit: "grapheme", minLength: 1 })
    .filter((it) => it === it.trim() && /^[^\s,:;]/u.test(it));
  fc.assert(
    fc.property(
      message,
      fc.constantFrom("4155550142", "<tel:4155550142|415-555-0142>"),
      (body, number) => {
        assert.deepEqual(read(`send ${number} ${body}`), [
          "+14155550142",
          body,
        ]);
      },
    ),
  );
});

Deno.test("whatever is typed, reading it ends and never throws", () => {
  const piece = fc.constantFrom(
    "send ",
    "<tel:",
    "|",
    ">",
    "415",
    "5550142",
    " ",
    "+",
    "(",
    "\n",
    "x",
    "-",
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
    parseSendLine(`send ${pieces.join("")}`, "US");
  }));
  // Were it quadratic or worse, these would take minutes.
  parseSendLine(`send ${"(".repeat(50_000)}`, "US");
  parseSendLine(`send ${"<tel:".repeat(10_000)}`, "US");
  parseSendLine(`send ${"1 ".repeat(2_000)}`, "US");
});
