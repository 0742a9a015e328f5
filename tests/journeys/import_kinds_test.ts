import assert from "node:assert/strict";
import { openImport, search } from "../support/address_book.ts";
import { story } from "../support/story.ts";

/** What people have their contacts in; each holds José Núñez with this number, and is dropped as a file or pasted. */
const KINDS: { kind: string; contents: string | Uint8Array<ArrayBuffer> }[] = [
  {
    kind: "a CSV file with a mark of its bytes, semicolons and quotes",
    contents:
      '\ufeff"First Name";"Last Name";"Mobile"\r\n"José";"Núñez";"415 555 0142"\r\n',
  },
  {
    kind: "a table copied out of a spreadsheet, without names for its columns",
    contents: "José Núñez\t(415) 555-0142\nAna\t4155550187\n",
  },
  {
    kind: "a CSV file of an old Excel, in its Western writing",
    contents: latin("sep=;\r\nName;Phone\r\nJosé Núñez;+1 415 555 0142\r\n"),
  },
  {
    kind: "a text file of Excel, two bytes a letter, with tabs",
    contents: utf16("Name\tPhone\r\nJosé Núñez\t415-555-0142\r\n"),
  },
  {
    kind: "a vCard 2.1 of an old phone",
    contents: [
      "BEGIN:VCARD",
      "VERSION:2.1",
      "N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:N=C3=BA=C3=B1ez;Jos=C3=A9;;;",
      "TEL;CELL;PREF:4155550142",
      "END:VCARD",
    ].join("\r\n"),
  },
  {
    kind: "a vCard 3.0 of an address book",
    contents: [
      "BEGIN:VCARD",
      "VERSION:3.0",
      "FN:José N",
      " úñez",
      "TEL;TYPE=CELL:+1 (415) 555-0142",
      "END:VCARD",
    ].join("\r\n"),
  },
  {
    kind: "a vCard 4.0",
    contents: [
      "BEGIN:VCARD",
      "VERSION:4.0",
      "FN:José Núñez",
      'TEL;VALUE=uri;TYPE="voice,cell":tel:+1-415-555-0142',
      "END:VCARD",
    ].join("\r\n"),
  },
];

function latin(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function utf16(text: string): Uint8Array<ArrayBuffer> {
  const codes = Uint16Array.from("\ufeff" + text, (it) => it.charCodeAt(0));
  return new Uint8Array(codes.buffer);
}

for (const { kind, contents } of KINDS) {
  story(
    `an import reads ${kind}`,
    async ({ texts, dana }) => {
      const form = await openImport(dana, texts);
      const file = [await dana.dropFile("contacts", contents)];
      const { errors } = await form.submit({ file });
      assert.equal(errors, undefined);
      await dana.expectModal("Import contacts", /[12] added.*0 refused/);
      await form.close();
      const list = await dana.expectModal("Contacts");
      assert.match(
        await search(list, "nunez"),
        /\*José Núñez\*.*\+1 415-555-0142/,
      );
      if (typeof contents !== "string") return;
      await list.click("import_contacts");
      const again = await dana.expectModal("Import contacts", /"pasted"/);
      const pasted = await again.submit({ pasted: contents });
      assert.equal(pasted.errors, undefined);
      await dana.expectModal("Import contacts", /[12] as they were/);
    },
  );
}

story(
  "whoever wants no texts by the word of the file is opted out, in doubt too, and only they",
  async ({ texts, dana }) => {
    const form = await openImport(dana, texts);
    const rows = [
      ["Ann", "4155550142", "unsubscribed"],
      ["Bea", "4155550143", "subscribed"],
      ["Cem", "4155550144", "2024-03-01"],
      ["Dov", "4155550145", ""],
    ];
    await form.submit({
      pasted: ["Name,Phone,Opt-out", ...rows.map((row) => row.join())]
        .join("\n"),
    });
    await dana.expectModal("Import contacts", /4 added.*Opted out.*: 2\./);
    await form.close();
    const list = await dana.expectModal("Contacts");
    for (const [name = "", , said = ""] of rows) {
      const isOut = /unsubscribed|2024/.test(said);
      const found = await search(list, name);
      assert.equal(/🚫 Opted out/.test(found), isOut, found);
    }
  },
);
