import assert from "node:assert/strict";
import { channelName } from "../../bridge/sms/channel_name.ts";
import { isE164 } from "../../bridge/sms/e164.ts";

const number = "+14155550142";
assert(isE164(number));

Deno.test("a direct channel is named for the contact, as Slack allows", () => {
  assert.equal(channelName(number, "Maya Lee", 1), "sms-maya-lee");
  assert.equal(channelName(number, "", 1), "sms-14155550142");
  assert.equal(channelName(number, "José (Peña) & Co.", 1), "sms-jose-pena-co");
  assert.equal(channelName(number, "山田 太郎", 1), "sms-山田-太郎");
  assert.equal(channelName(number, "🙂", 1), "sms-14155550142");
});

Deno.test("where a name is taken there is another, and none is too long", () => {
  assert.equal(channelName(number, "Maya Lee", 2), "sms-maya-lee-2");
  const long = channelName(number, "x".repeat(200), 12);
  assert.equal(long.length, 80);
  assert(long.endsWith("-12"));
});
