import assert from "node:assert/strict";
import fc from "fast-check";
import {
  conversationKey,
  parseConversationKey,
} from "../../bridge/sms/conversation.ts";
import { type E164, isE164, masked } from "../../bridge/sms/e164.ts";
import {
  compareTs,
  messageKey,
  parseMessageKey,
  parsePlaceKey,
  placeKey,
  tsToMs,
} from "../../bridge/sms/place.ts";
import { formatForPeople } from "../../bridge/sms/readable_number.ts";

function e164(text: string): E164 {
  assert.ok(isE164(text), text);
  return text;
}

const numbers = fc.stringMatching(/^\+[1-9][0-9]{6,14}$/).map(e164);

Deno.test("E.164 is a plus and 7 to 15 digits, and nothing else", () => {
  for (const it of ["+14155550142", "+447700900123", "+6777421"]) {
    assert.ok(isE164(it), it);
  }
  for (
    const it of [
      "",
      "+",
      "14155550142",
      "+141555",
      "+04155550142",
      "+1415555014200000",
      "+1415 5550142",
      "+14155550142\n",
      "+١٤١٥٥٥٥٠١٤٢",
    ]
  ) {
    assert.ok(!isE164(it), it);
  }
});

Deno.test("a log shows a number's ends only", () => {
  assert.equal(masked("+14155550142"), "+1415•••0142");
  assert.equal(masked("+447700900123"), "+4477•••0123");
  assert.equal(masked("Anna, 415 555 0142"), "•••");
  fc.assert(fc.property(numbers, (number) => {
    const shown = masked(number);
    assert.match(shown, /^\+\d{1,4}•••\d{1,4}$/);
    assert.ok(shown.match(/\d/g)!.length <= number.length - 1 - 3);
    assert.ok(
      number.startsWith(shown.split("•")[0]!) &&
        number.endsWith(shown.split("•").at(-1)!),
    );
  }));
});

Deno.test("people read a number in the groups they are used to", () => {
  const written: [string, string][] = [
    ["+14155550142", "+1 415-555-0142"],
    ["+447700900123", "+44 7700 900123"],
    ["+442079460018", "+44 20 7946 0018"],
    ["+441134960000", "+44 113 496 0000"],
    ["+441214960000", "+44 121 496 0000"],
    ["+441632960000", "+44 1632 960000"],
    ["+448081570000", "+44 808 157 0000"],
    ["+33199001234", "+33 199 001 234"],
    ["+4930123456", "+49 301 234 56"],
    ["+353861234567", "+353 861 234 567"],
    ["+3538612345", "+353 861 2345"],
    ["+79161234567", "+7 916 123 4567"],
    ["+6777421", "+677 7421"],
    ["+80012345678", "+800 123 456 78"],
  ];
  for (const [number, shown] of written) {
    assert.equal(formatForPeople(e164(number)), shown);
  }
});

Deno.test("a number made readable keeps its digits", () => {
  fc.assert(fc.property(numbers, (number) => {
    assert.equal("+" + formatForPeople(number).replace(/\D/g, ""), number);
  }));
});

Deno.test("a conversation's key gives its line and its contact back", () => {
  assert.equal(
    conversationKey(e164("+14155550142"), e164("+447700900123")),
    "+14155550142:+447700900123",
  );
  fc.assert(fc.property(numbers, numbers, (line, contact) => {
    assert.deepEqual(parseConversationKey(conversationKey(line, contact)), {
      line,
      contact,
    });
  }));
});

Deno.test("what is no conversation's key is not taken for one", () => {
  for (
    const it of [
      "",
      "+14155550142",
      "+14155550142:",
      "+14155550142:Anna",
      "+14155550142:+14155550143:x",
      "C012AB3CD:1.2",
    ]
  ) {
    assert.equal(parseConversationKey(it), undefined, it);
  }
});

Deno.test("a place's key tells a thread from a channel", () => {
  assert.equal(
    placeKey("C012AB3CD", "1700000000.000100"),
    "C012AB3CD:1700000000.000100",
  );
  assert.equal(placeKey("C012AB3CD"), "C012AB3CD");
  assert.equal(
    messageKey("C012AB3CD", "1700000000.000100"),
    "C012AB3CD:1700000000.000100",
  );
  assert.deepEqual(parsePlaceKey("C012AB3CD:1700000000.000100"), {
    channel: "C012AB3CD",
    threadTs: "1700000000.000100",
  });
  assert.deepEqual(parsePlaceKey("C012AB3CD"), { channel: "C012AB3CD" });
});

Deno.test("a message's key gives its channel and its ts back", () => {
  assert.deepEqual(
    parseMessageKey(messageKey("C012AB3CD", "1700000000.000100")),
    { channel: "C012AB3CD", ts: "1700000000.000100" },
  );
});

Deno.test("a ts is ordered as a time, to the microsecond", () => {
  const sorted = [
    "999999999.999999",
    "1700000000",
    "1700000000.000001",
    "1700000000.000100",
    "1700000000.1",
    "1700000001.000000",
  ];
  assert.deepEqual([...sorted].reverse().sort(compareTs), sorted);
  assert.equal(compareTs("1700000000.1", "1700000000.100000"), 0);
  assert.equal(tsToMs("1700000000.123456"), 1700000000123);
  assert.equal(tsToMs("1700000000.000999"), 1700000000000);
  assert.throws(() => tsToMs("yesterday"), TypeError);
});
