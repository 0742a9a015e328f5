import assert from "node:assert/strict";
import { openImport, search } from "../support/address_book.ts";
import { story } from "../support/story.ts";

story(
  "a CSV file is imported, and reported line by line",
  async ({ maya, noah, texts, dana }) => {
    const file = await dana.dropFile(
      "people.csv",
      "\ufeffFull Name;Mobile;Labels;Opted out\r\n" +
        `"López, Maya";${maya.number};vip;no\r\n` +
        `Noah;${noah.number};;yes\r\n` +
        "Nobody;12;;\r\n" +
        "Maya again;(415) 555-0142;north;\r\n",
    );
    const form = await openImport(dana, texts);
    assert.equal((await form.submit({ file: [file] })).errors, undefined);
    await dana.expectModal("Import contacts", /2 added.*Line 4.*12/);
    const report = await dana.expectFile("import_report.txt");
    assert.match(report, /Line 2: added: López, Maya, \+1 415-555-0142\n/);
    assert.match(report, /Line 3: added: Noah, .*, opted out\n/);
    assert.match(report, /Line 4: refused: .*12/);
    assert.match(report, /Line 5: merged with line 2/);
    await form.close();
    const list = await dana.expectModal("Contacts");
    assert.match(await search(list, "lop"), /López.*vip.*north/);
    assert.match(await search(list, "noah"), /Opted out/);
    await texts.post(dana, `send ${noah.number} hello`);
    await dana.expectWhisper(/Noah has opted out/);
  },
);

story(
  "pasted vCards are imported; who is saved already is not doubled, and their card gets the name",
  async ({ maya, texts, dana }) => {
    const card = await maya.begins(texts, "hi");
    const pasted = [
      "BEGIN:VCARD",
      "VERSION:3.0",
      "FN:Maya Lopez",
      "TEL;TYPE=CELL:+1 415 555 0142",
      "CATEGORIES:vip",
      "END:VCARD",
    ].join("\n");
    const form = await openImport(dana, texts);
    await form.submit({ pasted });
    await dana.expectModal("Import contacts", /1 added/);
    await card.expectWords(/Maya Lopez/);
    await form.close();
    const list = await dana.expectModal("Contacts");
    await list.click("import_contacts");
    const again = await dana.expectModal("Import contacts", /"pasted"/);
    await again.submit({ pasted });
    await dana.expectModal("Import contacts", /0 added, 0 changed, 1 as they/);
    assert.equal((await dana.messagesFromApp()).length, 4);
  },
);

story(
  "what cannot be imported is said, with what to do",
  async ({ texts, dana }) => {
    const form = await openImport(dana, texts);
    const empty = await form.submit({});
    assert.match(empty.errors?.pasted ?? "", /Drop a file/);
    const file = await dana.dropFile("a.csv", "Name,Phone\nA,4155550142\n");
    const both = await form.submit({ file: [file], pasted: "B,4155550143" });
    assert.match(both.errors?.pasted ?? "", /not both/);
    await form.submit({ file: [file], pasted: "" });
    await dana.scene.surface.slack(dana.token, "files.delete", { file });
    await dana.expectModal("Import contacts", /file is gone.*Drop it/);
    await dana.expectFile("import_report.txt");
    await form.close();
    const list = await dana.expectModal("Contacts");
    await list.click("import_contacts");
    const next = await dana.expectModal("Import contacts", /"pasted"/);
    await next.submit({ pasted: "hello there" });
    await dana.expectModal("Import contacts", /0 added.*1 refused/);
  },
);

story(
  "an export comes as a file in the direct message, and an import reads it back",
  async ({ texts, dana }) => {
    const pasted = "Name,Phone,Tags,Notes,Opted out\n" +
      '"=Maya, ""M""",+14155550142,vip,two words,no\nNoah,+14155550171,,,yes';
    const form = await openImport(dana, texts);
    await form.submit({ pasted });
    await dana.expectModal("Import contacts", /2 added/);
    await form.close();
    const list = await dana.expectModal("Contacts");
    await list.click("export_contacts");
    await dana.expectModal("Export contacts", /comes as a message/);
    const csv = await dana.expectFile("contacts.csv");
    assert.match(csv, /^Name,Phone,Tags,Notes,Opted out\r\n/);
    assert.match(csv, /"'=Maya, ""M""",\+14155550142,vip,two words,no\r\n/);
    assert.match(csv, /Noah,\+14155550171,,,yes\r\n/);
    const file = await dana.dropFile("back.csv", csv);
    const again = await openImport(dana, texts);
    await again.submit({ file: [file] });
    await dana.expectModal("Import contacts", /2 as they were/);
  },
);
