import assert from "node:assert/strict";
import fc from "fast-check";
import { contactsCsv } from "../../bridge/sms/contacts_csv.ts";
import { csvContacts } from "../../bridge/sms/csv_contacts.ts";
import { mergeContacts } from "../../bridge/sms/merge_contacts.ts";
import {
  cleanName,
  cleanNotes,
  cleanTags,
} from "../../bridge/sms/written_contact.ts";

Deno.test("one number is one contact, however it is written", () => {
  const { contacts } = csvContacts(
    [
      "Name,Phone,Tags,Notes,Opt out",
      ",(415) 555-0142,vip,tea,",
      'Jane,+1 415-555-0142,"VIP,new",tea,',
      "Janet,001 415 555 0142,,coffee,yes",
      "Jo,4155550143,,,",
      "Nobody,12345,,,",
      "Round,1.41556E+10,,,",
      "Float,4155550144.0,,,",
    ].join("\n"),
  );
  const { taken, merged, refused } = mergeContacts(contacts, "US");
  const plain = { tags: [], notes: "", optedOut: false };
  assert.deepEqual(taken, [
    {
      number: "+14155550142",
      name: "Jane",
      tags: ["vip", "new"],
      notes: "tea\ncoffee",
      optedOut: true,
      line: 2,
    },
    { ...plain, number: "+14155550143", name: "Jo", line: 5 },
    { ...plain, number: "+14155550144", name: "Float", line: 8 },
  ]);
  assert.deepEqual(merged, [{ line: 3, into: 2 }, { line: 4, into: 2 }]);
  assert.deepEqual(refused.map(({ line }) => line), [6, 7]);
  assert.match(refused[0]?.reason ?? "", /short code/);
  assert.match(refused[1]?.reason ?? "", /spreadsheet has rounded/);
});

const numbers = fc.nat(99).map((it) =>
  `+1415555${String(100 + it).padStart(4, "0")}`
);
const words = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 20 }),
  fc.constantFrom("=1+1", "'=1", "@x", "-1", "+1", '="1"', '"', "a\tb", "\n-"),
);
const anyone = fc.record({
  line: fc.constant(1),
  number: numbers,
  name: words.map(cleanName),
  tags: fc.array(words).map((it) => cleanTags(it.join(","))),
  notes: fc.array(words).map((it) => cleanNotes(it.join("\n"))),
  optedOut: fc.boolean(),
});

Deno.test("what is exported is imported as it was", () => {
  fc.assert(
    fc.property(fc.array(anyone), (written) => {
      const { taken } = mergeContacts(written, "US");
      const again = csvContacts(contactsCsv(taken));
      assert.deepEqual(again.refused, []);
      const bare = (it: typeof taken) =>
        it.map((contact) => ({ ...contact, line: 0 }));
      assert.deepEqual(
        bare(mergeContacts(again.contacts, "GB").taken),
        bare(taken),
      );
    }),
    { numRuns: 500 },
  );
});

Deno.test("no exported cell is a formula", () => {
  fc.assert(fc.property(fc.array(anyone), (written) => {
    const { taken } = mergeContacts(written, "US");
    const text = contactsCsv(taken).slice(1);
    for (const cell of text.match(/"(?:[^"]|"")*"|[^,\r\n]+/g) ?? []) {
      const bare = cell.replace(/^"|"$/g, "");
      assert.ok(/^\+\d+$/.test(bare) || !/^[=+\-@\t]/.test(bare), cell);
    }
  }));
  assert.equal(
    contactsCsv([]),
    "\ufeffName,Phone,Tags,Notes,Opted out\r\n",
  );
});
