import assert from "node:assert/strict";
import {
  readAddress,
  readSlackLink,
  writeAddress,
} from "../../emulator/page/address.ts";

Deno.test("an address reads back as it was written", () => {
  const address = readAddress("#channel=C1&thread=1.000001&tab=phones");
  assert.deepEqual(readAddress(writeAddress(address)), address);
});

Deno.test("a permalink leads to its message, in its thread where it has one", () => {
  assert.deepEqual(
    readSlackLink(
      "https://a.slack.com/archives/C1/p1700000000123456?thread_ts=1699999999.000001&cid=C1",
    ),
    {
      kind: "message",
      to: {
        channel: "C1",
        thread: "1699999999.000001",
        message: "1700000000.123456",
      },
    },
  );
});

Deno.test("a shortcut's link runs it, and any other link leads out", () => {
  assert.deepEqual(readSlackLink("https://slack.com/shortcuts/Ft01/abc"), {
    kind: "shortcut",
    triggerId: "Ft01",
  });
  assert.equal(readSlackLink("https://example.com/x"), null);
  assert.equal(readSlackLink("not a link"), null);
});
