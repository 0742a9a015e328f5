import assert from "node:assert/strict";
import fc from "fast-check";
import { csvContacts } from "../../bridge/sms/csv_contacts.ts";

// A contact in one line: who, number, and what else is not empty.
function read(text: string): string[] {
  const { contacts, refused } = csvContacts(text);
  return [
    ...contacts.map((it) =>
      [
        `${it.line} ${it.name}: ${it.number}`,
        ...it.tags.map((tag) => `#${tag}`),
        ...(it.notes ? [`(${it.notes})`] : []),
        ...(it.optedOut ? ["OUT"] : []),
      ].join(" ")
    ),
    ...refused.map((it) => `${it.line} refused: ${it.reason}`),
  ];
}

const JANE = "Jane Doe: +1 415 555 0142";
const NONE = "There is no phone number in this line.";

Deno.test("columns are found by the usual names, in any order", () => {
  for (
    const header of [
      "Name,Phone",
      "Full Name,Mobile",
      "contact name,Cell #",
      "Display_Name,Phone Number",
      "CUSTOMER,TEL.",
      "name,Mobile No.",
      "Name,Phone 1 - Value",
      "Name,Business Phone",
      "Name,E.164",
      "Name,Number",
      "Name,Phone (mobile)",
    ]
  ) {
    assert.deepEqual(read(`${header}\nJane Doe,+1 415 555 0142`), [
      `2 ${JANE}`,
    ], header);
  }
  assert.deepEqual(
    read(
      "Tags,Surname,Opt-out,Phone,Comments,First Name\n" +
        '"vip, family",Doe,yes,+1 415 555 0142,Likes tea,Jane',
    ),
    [`2 ${JANE} #vip #family (Likes tea) OUT`],
  );
});

Deno.test("exports of Google and Outlook are read", () => {
  assert.deepEqual(
    read(
      "First Name,Middle Name,Last Name,Notes,Labels,Phone 1 - Label,Phone 1 - Value,Phone 2 - Label,Phone 2 - Value\n" +
        "Jane,,Doe,,* myContacts ::: VIP,Mobile,+1 415 555 0142 ::: +1 415 555 0143,Work,+1 415 555 0144",
    ),
    [
      `2 ${JANE} #VIP`,
      "2 Jane Doe: +1 415 555 0143 #VIP",
      "2 Jane Doe: +1 415 555 0144 #VIP",
    ],
  );
  assert.deepEqual(
    read(
      '"First Name","Last Name","Company","Business Fax","Business Phone","Mobile Phone","E-mail Address"\r\n' +
        '"","","Acme","+1 415 555 0199","+1 415 555 0142","","jane@example.com"\r\n',
    ),
    ["2 Acme: +1 415 555 0142"],
  );
});

Deno.test("any delimiter will do, also with others in the cells", () => {
  for (
    const [it, name] of [[",", "comma"], [";", "semicolon"], ["\t", "tab"], [
      "|",
      "pipe",
    ]]
  ) {
    assert.deepEqual(
      read(
        `Name${it}Phone${it}Notes\nJane Doe${it}+1 415 555 0142${it}tea`,
      ),
      [`2 ${JANE} (tea)`],
      name,
    );
    assert.deepEqual(read(`Jane Doe${it}+1 415 555 0142`), [`1 ${JANE}`], name);
  }
  assert.deepEqual(
    read("Doe, Jane;+1 415 555 0142;a,b\nRoe, Jo;4155550143;c,d"),
    [
      "1 Doe, Jane: +1 415 555 0142 (a,b)",
      "2 Roe, Jo: 4155550143 (c,d)",
    ],
  );
  assert.deepEqual(read("sep=^\nName^Phone\nDoe, Jane^4155550142"), [
    "3 Doe, Jane: 4155550142",
  ]);
});

Deno.test("without names the columns are told by what they hold", () => {
  assert.deepEqual(read("Jane Doe,2024-05-01,+1 415 555 0142"), [
    `1 ${JANE} (2024-05-01)`,
  ]);
  assert.deepEqual(read("Jane,Doe,+1 415 555 0142,jane@example.com"), [
    `1 ${JANE} (jane@example.com)`,
  ]);
  assert.deepEqual(read("+1 415 555 0142,Jane Doe,owes 20"), [
    `1 ${JANE} (owes 20)`,
  ]);
  assert.deepEqual(
    read("1000001,Jane Doe,+1 415 555 0142\n1000002,Jo Roe,4155550143"),
    [
      `1 ${JANE} (1000001)`,
      "2 Jo Roe: 4155550143 (1000002)",
    ],
  );
  assert.deepEqual(read("4155550142\n\n(415) 555-0143\n"), [
    "1 : 4155550142",
    "3 : (415) 555-0143",
  ]);
  assert.deepEqual(read("Contact,4155550142,VIP,Notes\nJo,4155550143"), [
    "1 Contact: 4155550142 (VIP\nNotes)",
    "2 Jo: 4155550143",
  ]);
  assert.deepEqual(read("Name,Whatever\nJane Doe,+1 415 555 0142"), [
    `2 ${JANE}`,
  ]);
});

Deno.test("a line is where it stands, whatever lines are in quotes before it", () => {
  const text =
    '\ufeffName,Phone,Notes\r\n"Jane ""JD"" Doe",4155550142,"one\r\ntwo\r\n"\r\n\r\n,,\r\nJo,4155550143,\r\nNobody,,\r\n';
  assert.deepEqual(read(text), [
    '2 Jane "JD" Doe: 4155550142 (one\ntwo)',
    "7 Jo: 4155550143",
    `8 refused: ${NONE}`,
  ]);
  assert.deepEqual(read(text.replaceAll("\r\n", "\n")), read(text));
  assert.deepEqual(read(text.replaceAll("\r\n", "\r")), read(text));
});

Deno.test("a quotation mark that does not close costs no other line", () => {
  assert.deepEqual(
    read(
      'Name,Phone\n"Jane Doe,4155550142\nJo "X" Roe,4155550143\n"Al" Poe,4155550144\n"Di, Coe",4155550145\n',
    ),
    [
      "2 Jane Doe: 4155550142",
      '3 Jo "X" Roe: 4155550143',
      '4 "Al" Poe: 4155550144',
      "5 Di, Coe: 4155550145",
    ],
  );
});

Deno.test("what is not clear about opting out means no texts", () => {
  const out = (header: string, cell: string) =>
    csvContacts(`Name,Phone,${header}\nJane,4155550142,${cell}`).contacts[0]
      ?.optedOut;
  for (
    const header of [
      "Opt out",
      "Opted-Out",
      "Unsubscribed",
      "Do Not Text",
      "DND",
    ]
  ) {
    for (
      const it of ["yes", "Y", "TRUE", "1", "x", "2024-05-01", "STOP", "?"]
    ) {
      assert.equal(out(header, it), true, `${header}: ${it}`);
    }
    for (const it of ["", " ", "no", "N", "False", "0", "-", "n/a"]) {
      assert.equal(out(header, it), false, `${header}: ${it}`);
    }
  }
  for (const header of ["Opt in", "SMS consent", "Subscribed"]) {
    for (const it of ["no", "FALSE", "0", "unsubscribed"]) {
      assert.equal(out(header, it), true, `${header}: ${it}`);
    }
    for (const it of ["", "yes", "true", "1", "2024-05-01"]) {
      assert.equal(out(header, it), false, `${header}: ${it}`);
    }
  }
});

Deno.test("a table without numbers is refused line by line, and nothing is nothing", () => {
  const reason =
    "No column of phone numbers was found; name one Phone in the first line.";
  assert.deepEqual(csvContacts("Jane,Doe\nJo,Roe").refused, [
    { line: 1, reason },
    { line: 2, reason },
  ]);
  for (const text of ["", "\ufeff", "\n\n", "Name,Phone\n"]) {
    assert.deepEqual(csvContacts(text), { contacts: [], refused: [] });
  }
});

Deno.test("every line that is not blank is taken or refused, once", () => {
  const cell = fc.oneof(
    fc.constantFrom("", "Jane", "4155550142", "Phone", "12", "'", "=1"),
    fc.string({ unit: "grapheme", maxLength: 8 })
      .map((it) => it.replace(/["\r\n]/g, "")),
  );
  const line = fc.array(cell, { minLength: 1, maxLength: 4 })
    .chain((cells) =>
      fc.constantFrom(",", ";", "\t").map((it) => cells.join(it))
    );
  fc.assert(fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
    const { contacts, refused } = csvContacts(lines.join("\n"));
    const told = new Set([...contacts, ...refused].map((it) => it.line));
    const worded = [...lines.keys()].filter((it) =>
      /[\p{L}\p{N}]/u.test(lines[it] ?? "")
    ).map((it) => it + 1);
    const untold = worded.filter((it) => !told.has(it));
    // A first line may name the columns.
    assert.ok(
      untold.length === 0 || untold.length === 1 && untold[0] === worded[0],
    );
    for (const it of told) assert.ok(it >= 1 && it <= lines.length);
    assert.equal(
      new Set(refused.map((it) => it.line)).size,
      refused.length,
    );
    for (const it of contacts) {
      assert.ok(!refused.some(({ line }) => line === it.line));
    }
  }));
});

Deno.test("whatever the quotation marks, nothing is thrown and no line invented", () => {
  const text = fc.array(
    fc.constantFrom('"', '""', ",", "\n", "\r\n", "Jane", "4155550142", "'"),
  ).map((it) => it.join(""));
  fc.assert(fc.property(text, (it) => {
    const { contacts, refused } = csvContacts(it);
    const last = it.split(/\r\n|\n/).length;
    for (const { line } of [...contacts, ...refused]) {
      assert.ok(line >= 1 && line <= last);
    }
  }));
});
