import assert from "node:assert/strict";
import { bodyOf, PlainRequest } from "../../emulator/plain_request.ts";

const URL_OF_A_CALL = "https://slack.com/api/chat.postMessage";

Deno.test("a plain request says what a whole one would", async () => {
  const body = new URLSearchParams({ text: "Grüße & 😃", blocks: "[]" });
  const given: RequestInit[] = [
    {},
    { headers: { Authorization: "Bearer x" } },
    { method: "POST", body },
    { method: "POST", body, headers: { "Content-Type": "text/plain" } },
  ];
  for (const init of given) {
    const whole = new Request(URL_OF_A_CALL, init);
    const plain = PlainRequest.of(URL_OF_A_CALL, init);
    assert.ok(plain);
    assert.deepEqual([...plain.headers], [...whole.headers]);
    assert.equal(plain.method, whole.method);
    assert.equal(String(await bodyOf(plain)), await bodyOf(whole));
  }
});

Deno.test("what only a whole request can tell is left to one", () => {
  const others: [RequestInfo | URL, RequestInit?][] = [
    [new Request(URL_OF_A_CALL)],
    [URL_OF_A_CALL, { method: "PUT" }],
    [URL_OF_A_CALL, { method: "POST", body: "text" }],
    [URL_OF_A_CALL, { body: new URLSearchParams() }],
    [URL_OF_A_CALL, { redirect: "manual" }],
  ];
  for (const [input, init] of others) {
    assert.equal(PlainRequest.of(input, init), undefined);
  }
  assert.throws(
    () => PlainRequest.of(URL_OF_A_CALL, { headers: { "not a name": "x" } }),
    TypeError,
  );
});
