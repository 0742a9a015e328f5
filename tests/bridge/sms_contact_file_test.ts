import assert from "node:assert/strict";
import { contactsInText, textInFile } from "../../bridge/sms/contact_file.ts";
import { csvContacts } from "../../bridge/sms/csv_contacts.ts";
import { mergeContacts } from "../../bridge/sms/merge_contacts.ts";

Deno.test("ten thousand rows are read and merged", () => {
  const rows = Array.from(
    { length: 10_000 },
    (_, i) =>
      `"Contact, ${i}",+1 415 5${
        String(i).padStart(6, "0")
      },vip,"likes\ntea ""a lot""",no`,
  );
  const text = ["Name,Phone,Tags,Notes,Opt-out", ...rows].join("\n");
  const { contacts, refused } = csvContacts(text);
  assert.deepEqual([contacts.length, refused.length], [10_000, 0]);
  assert.equal(contacts.at(-1)?.line, 20_000);
  const { taken } = mergeContacts(contacts, "US");
  assert.ok(taken.length > 9_000);
  // Nor does a file in which no quotation mark closes.
  csvContacts(text.replaceAll('",', '"x,'));
});

Deno.test("a file's bytes are read as what they are, cards or a table", () => {
  const text = "Name,Phone\nJosé,4155550142";
  const wide = Uint8Array.from(
    [..."\ufeff" + text].flatMap((it) => {
      const code = it.charCodeAt(0);
      return [code & 0xff, code >> 8];
    }),
  );
  const western = Uint8Array.from([...text].map((it) => it.charCodeAt(0)));
  const big = wide.map((_, i) => wide[i ^ 1] ?? 0);
  for (const bytes of [new TextEncoder().encode(text), wide, western, big]) {
    const [contact] = contactsInText(textInFile(bytes)).contacts;
    assert.equal(contact?.name, "José");
  }
  const card = "\ufeff\nbegin:vcard\nFN:Jo\nTEL:4155550143\nend:vcard";
  assert.equal(contactsInText(card).contacts[0]?.name, "Jo");
});
