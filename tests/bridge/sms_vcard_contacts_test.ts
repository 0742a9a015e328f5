import assert from "node:assert/strict";
import fc from "fast-check";
import { vcardContacts } from "../../bridge/sms/vcard_contacts.ts";

function read(text: string): string[] {
  const { contacts, refused } = vcardContacts(text);
  return [
    ...contacts.map((it) =>
      [
        `${it.line} ${it.name}: ${it.number}`,
        ...it.tags.map((tag) => `#${tag}`),
        ...(it.notes ? [`(${it.notes})`] : []),
      ].join(" ")
    ),
    ...refused.map((it) => `${it.line} refused: ${it.reason}`),
  ];
}

function card(...lines: string[]): string {
  return ["BEGIN:VCARD", "VERSION:3.0", ...lines, "END:VCARD", ""].join("\r\n");
}

Deno.test("a card of an iPhone is read", () => {
  assert.deepEqual(
    read(card(
      "PRODID:-//Apple Inc.//iPhone OS 17.0//EN",
      "N:Doe;Jane;Q.;;",
      "FN:Jane Q. Doe",
      "ORG:Acme\\, Inc.;Sales",
      "item1.TEL;type=pref:+1 (415) 555-0142",
      "item1.X-ABLabel:mobile",
      "TEL;type=HOME;type=FAX:+1 415 555 0199",
      "TEL;type=WORK;type=VOICE:(415) 555-0143",
      "NOTE:Likes tea\\; hates\\ncoffee\\\\milk",
      "CATEGORIES:vip,Family \\, friends",
    )),
    [
      "7 Jane Q. Doe: +1 (415) 555-0142 #vip #Family #friends (Likes tea; hates\ncoffee\\milk)",
      "10 Jane Q. Doe: (415) 555-0143 #vip #Family #friends (Likes tea; hates\ncoffee\\milk)",
    ],
  );
});

Deno.test("version 2.1 is read, quoted-printable, charsets and all", () => {
  assert.deepEqual(
    read(
      [
        "BEGIN:VCARD",
        "VERSION:2.1",
        "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E7=8E=8B;=E5=B0=\r\n=8F=E6=98=8E;;;",
        "TEL;CELL;PREF:4155550142",
        "NOTE;ENCODING=QUOTED-PRINTABLE:one=0D=0Atwo =3D 2=",
        "  three",
        "END:VCARD",
        "BEGIN:VCARD",
        "N;ENCODING=QUOTED-PRINTABLE;CHARSET=ISO-8859-1:M=FCller;J=F6rg",
        "TEL;CELL:4155550143",
        "END:VCARD",
        "BEGIN:VCARD",
        "FN;QUOTED-PRINTABLE;CHARSET=Shift_JIS:=83A=83C",
        "TEL;HOME;VOICE:4155550144",
        "END:VCARD",
        "BEGIN:VCARD",
        "FN;QUOTED-PRINTABLE;CHARSET=klingon:J=C3=B6=ZZ=",
        "TEL:4155550145",
        "",
      ].join("\r\n"),
    ),
    [
      "5 小明 王: 4155550142 (one\ntwo = 2  three)",
      "11 Jörg Müller: 4155550143",
      "15 アイ: 4155550144",
      "17 refused: The card of “Jö=ZZTEL:4155550145” has no phone number.",
    ],
  );
});

Deno.test("version 4.0 is read, with its telephone addresses", () => {
  assert.deepEqual(
    read(card(
      "VERSION:4.0",
      "FN:Jane Doe",
      'TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+1-415-555-0142',
      "TEL;VALUE=uri:tel:555-0143;phone-context=+1-415",
      "TEL;VALUE=uri:tel:+1%20415%20555%200144;ext=12",
      'TEL;TYPE="fax,work";VALUE=uri:tel:+1-415-555-0199',
      'TEL;LABEL="Home: 1;2";VALUE=text:+1 415 555 0145',
    )),
    [
      "5 Jane Doe: +1-415-555-0142",
      "6 Jane Doe: +1-415555-0143",
      "7 Jane Doe: +1 415 555 0144 ext 12",
      "9 Jane Doe: +1 415 555 0145",
    ],
  );
});

Deno.test("a name is the one given, or else made of its parts, or a company's", () => {
  const name = (...lines: string[]) =>
    vcardContacts(card(...lines, "TEL:4155550142")).contacts[0]?.name;
  assert.equal(name("FN:Jane", "N:Doe;Janet"), "Jane");
  assert.equal(name("FN:", "N:Doe;Jane;Q;Dr.;"), "Jane Q Doe");
  assert.equal(name("N:Doe"), "Doe");
  assert.equal(name("N:;;;;", "ORG:Acme;Sales"), "Acme Sales");
  assert.equal(name("NICKNAME:JD"), "JD");
  assert.equal(name(), "");
  assert.equal(name("N:O\\;Neil\\\\;Jo"), "Jo O;Neil\\");
});

Deno.test("lines may be folded anywhere, and other properties are passed over", () => {
  assert.deepEqual(
    read(card(
      "FN:Jane",
      "  Do",
      "\te",
      "PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD=",
      " TEL:4155550199=",
      "not a property",
      "TE",
      " L;TYPE=CE",
      " LL:415",
      " 5550142",
    )),
    ["9 Jane Doe: 4155550142"],
  );
});

Deno.test("a card without a number is refused, and what is no card as well", () => {
  assert.deepEqual(
    read(
      card("FN:Jane Doe", "TEL: ") + card("TEL;FAX:4155550199") +
        "BEGIN:VCARD\nFN:Jo\nTEL:4155550143\nBEGIN:VCARD\nTEL:4155550144\n",
    ),
    [
      "12 Jo: 4155550143",
      "14 : 4155550144",
      "1 refused: The card of “Jane Doe” has no phone number.",
      "6 refused: This card has no phone number.",
    ],
  );
  assert.deepEqual(read("hello"), [
    "1 refused: There is no contact card in this.",
  ]);
  assert.deepEqual(read(""), []);
});

Deno.test("whatever a name and notes are, they are read as they were", () => {
  const text = fc.string({ unit: "grapheme", maxLength: 60 })
    .map((it) => it.replace(/[\p{Cc}\s]+/gu, " ").trim())
    .filter((it) => it !== "");
  const escaped = (it: string) => it.replace(/[\\,;]/g, "\\$&");
  const folded = (it: string, at: number) =>
    it.replace(new RegExp(`([^]{${at}})(?=[^])`, "g"), "$1\r\n ");
  const quotable = (it: string) =>
    [...new TextEncoder().encode(it)].map((byte) =>
      `=${byte.toString(16).toUpperCase().padStart(2, "0")}`
    ).join("");
  const soft = (it: string, at: number) =>
    it.replace(new RegExp(`((?:=..){${at}})(?=.)`, "g"), "$1=\r\n");
  fc.assert(fc.property(
    text,
    text,
    fc.integer({ min: 1, max: 30 }),
    (name, notes, at) => {
      const lines = [
        card(
          folded(`FN:${escaped(name)}`, at),
          "TEL:4155550142",
          folded(`NOTE:${escaped(notes)}`, at),
        ),
        card(
          `FN;ENCODING=QUOTED-PRINTABLE:${soft(quotable(escaped(name)), at)}`,
          "TEL;CELL:4155550143",
          `NOTE;QUOTED-PRINTABLE:${soft(quotable(escaped(notes)), at)}`,
        ),
      ];
      const { contacts, refused } = vcardContacts(lines.join(""));
      assert.deepEqual(refused, []);
      assert.deepEqual(
        contacts.map((it) => [it.name, it.notes]),
        [[name, notes], [name, notes]],
      );
    },
  ));
});

Deno.test("ten thousand cards are read", () => {
  const one = card(
    "N:Doe;Jane;;;",
    "FN:Jane Doe",
    "TEL;TYPE=CELL:+14155550142",
    `PHOTO;ENCODING=b:${"/9j/4AAQ\r\n ".repeat(10)}`,
  );
  assert.equal(vcardContacts(one.repeat(10_000)).contacts.length, 10_000);
});
